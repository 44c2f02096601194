import type * as z from 'zod/mini';
import { read } from '../../protocol/read.ts';
import { readCode } from '../../protocol/workshop/code.ts';
import { refusalOf } from '../../protocol/workshop/commands.ts';
import { limits } from '../../protocol/workshop/limits.ts';
import { may, type Power } from '../../protocol/workshop/powers.ts';
import { done, type Reply, refuse } from '../../protocol/workshop/refusal.ts';
import type { Actor } from '../../protocol/workshop/state.ts';
import { type Event, type RequestName, requests } from '../../protocol/workshop.ts';
import { nearest } from '../nearest.ts';
import { networkOf } from '../network-of.ts';
import type { LiveWorkshop } from './live-workshop.ts';
import { csv, report, takeHome } from './report.ts';
import { lockForWord, newId, newWord, recovers } from './secrets.ts';
import type { Session } from './session.ts';
import type { Workshops } from './workshops.ts';

type Body<Name extends RequestName> = z.infer<(typeof requests)[Name]>;
type Inside = { house: Workshops; workshop: LiveWorkshop; by: Actor };

const isRequest = (name: string): name is RequestName => Object.hasOwn(requests, name);

/** What one message asks for, as a reply; how many messages it counts as. */
export function understand(
  name: string,
  said: unknown,
): { weigh: number; act(house: Workshops, session: Session): Promise<Reply> } {
  const refused = (reply: Reply) => ({ weigh: 1, act: async () => reply });
  const shown = name.slice(0, limits.id);
  if (!isRequest(name))
    return refused(refuse({ reason: 'unknown-message', message: shown, meant: nearest(name, Object.keys(requests)) }));
  const body = read(requests[name] as z.ZodMiniType, said, shown);
  if ('reason' in body) return refused(refuse(body as { reason: 'malformed'; message: string; where: string[] }));
  const weigh = name === 'did' ? (body.read as Body<'did'>).events.length : 1;
  return { weigh, act: (house, session) => act(house, session, name, body.read) };
}

async function act(house: Workshops, session: Session, name: RequestName, body: unknown): Promise<Reply> {
  const { role, workshop, by, address } = session;
  // #region powers
  if (name !== 'commanded' && !may(role, name)) return refuse({ reason: 'not-allowed', what: name as Power });
  // #endregion powers
  if (name === 'open') return open(house, address, body as Body<'open'>);
  if (name === 'recover') return recover(house, body as Body<'recover'>);
  // A visitor may do nothing but these two.
  if (!workshop || !by) return refuse({ reason: 'not-here' });
  const out = session.whyOut?.();
  if (out) return refuse(out);
  return (answers[name] as (inside: Inside, body: unknown) => Promise<Reply> | Reply)({ house, workshop, by }, body);
}

// #region visitor
async function open(house: Workshops, address: string, { title, agenda }: Body<'open'>): Promise<Reply> {
  const network = networkOf(address);
  const waitMs = house.openings.waitMs(network);
  if (waitMs > 0) return refuse({ reason: 'too-fast', waitMs });
  house.openings.take(network);
  const opened = await house.open(title, agenda);
  return 'refusal' in opened ? opened : done(opened);
}

async function recover(house: Workshops, { code: said, recovery }: Body<'recover'>): Promise<Reply> {
  const turn = await house.sideDoor.enter();
  if (!turn) return refuse({ reason: 'busy-door', waitMs: 2_000 });
  const code = readCode(said);
  const workshop = code === undefined ? undefined : await house.at(code);
  if (!recovers(workshop?.state.locks, recovery) || !workshop) return refuse({ reason: 'wrong-key' });
  turn.right();
  return done(await house.rekey(workshop));
}
// #endregion visitor

/** How long this seat has to wait before so many characters of theirs may be written down. */
function write({ pens }: Workshops, { code }: LiveWorkshop, { id }: Actor, characters: number): number {
  const pen = `${code} ${id}`;
  const waitMs = pens.waitMs(pen);
  if (waitMs === 0) pens.take(pen, characters);
  return waitMs;
}

const left = ({ what }: Event) => (what === 'left' ? { fresh: newId() } : {});

const answers: {
  [Name in Exclude<RequestName, 'open' | 'recover'>]: (inside: Inside, body: Body<Name>) => Promise<Reply> | Reply;
} = {
  // #region did
  async did({ house, workshop, by }, { source, events }) {
    const known = workshop.state.learners.get(by.id)?.sources.get(source) ?? 0;
    // What was applied is not even written down again, and neither is what is sure to be refused.
    const fresh = events.filter(({ nr }) => nr > known);
    const upTo = Math.max(...events.map(({ nr }) => nr));
    if (workshop.state.endedAt !== undefined) {
      const { refusal, sentence } = refuse({ reason: 'ended' });
      return done({ upTo, refused: fresh.map(({ nr }) => ({ nr, refusal, sentence })) });
    }
    const waitMs = write(house, workshop, by, JSON.stringify(fresh).length);
    if (waitMs > 0) return refuse({ reason: 'too-fast', waitMs });
    const replies = await Promise.all(
      fresh.map(({ nr, event }) =>
        workshop.take({ by, what: 'did', source, nr, event, ...left(event) }).then((reply) => ({ nr, reply })),
      ),
    );
    const refused = replies.flatMap(({ nr, reply }) =>
      reply.ok ? [] : [{ nr, refusal: reply.refusal, sentence: reply.sentence }],
    );
    return done({ upTo, refused });
  },
  // #endregion did

  async commanded({ workshop, by }, { mail, command }) {
    // One for each group, and for those whom somebody leaves to be in it.
    const rooms = command.what === 'pair' ? [...command.groups, ...command.groups.flat()].map(newId) : undefined;
    const input = { by, what: 'commanded', mail, fresh: newId(), ...(rooms && { rooms }), command } as const;
    // Looked at before it is written down, and once more by the rules, when its place in the order is fixed.
    const refusal = refusalOf(workshop.state, { ...input, at: 0 });
    if (refusal) return refuse(refusal);
    const reply = await workshop.take(input);
    return reply.ok ? done(undefined) : reply;
  },

  trace({ workshop, by }, { spotlight: id, entries }) {
    const { spotlight } = workshop.state;
    if (spotlight?.id !== id || spotlight.seat !== by.id || spotlight.consent !== 'given')
      return refuse({ reason: 'no-spotlight' });
    const part = workshop.trace.add(id, entries);
    if (part.entries.length > 0) workshop.shine(part);
    return done(undefined);
  },

  async word({ house, workshop, by }) {
    const waitMs = write(house, workshop, by, limits.token);
    if (waitMs > 0) return refuse({ reason: 'too-fast', waitMs });
    const word = newWord();
    const until = workshop.now() + limits.wordMs;
    const reply = await workshop.take({ by, what: 'worded', lock: lockForWord(workshop.code, word), until });
    return reply.ok ? done({ word, until }) : reply;
  },

  takeHome({ house, workshop: { state }, by }) {
    const me = state.learners.get(by.id);
    return me ? done(takeHome(state, me, house.now())) : refuse({ reason: 'not-here' });
  },

  invite: ({ house, workshop }, { role }) => done({ pass: house.passes.signGuest(workshop.state, role) }),

  report({ house, workshop: { state } }, { form }) {
    const told = report(state, house.now());
    return done({ text: form === 'csv' ? csv(told) : JSON.stringify(told, undefined, 2) });
  },
};
