import { cleanName } from '../../protocol/names.ts';
import { readCode } from '../../protocol/workshop/code.ts';
import { limits } from '../../protocol/workshop/limits.ts';
import { type Refusal, type Refused, type Reply, refuse } from '../../protocol/workshop/refusal.ts';
import { isCrowded } from '../../protocol/workshop/wheel.ts';
import type { Hello } from '../../protocol/workshop.ts';
import { CannotKeep } from '../log/durable.ts';
import type { Role } from './ear.ts';
import type { LiveWorkshop } from './live-workshop.ts';
import { lockForWord, opens } from './secrets.ts';
import type { Workshops } from './workshops.ts';

// The door: who comes by a code, by a token, by a word, by a key.

/** `lock` is what a key fitted at the door; `depart` says whether nobody else is there under this id. */
export type Admitted = { workshop: LiveWorkshop; role: Role; id: string; lock?: string; depart(): boolean };
type As<Who extends Hello['as']> = Extract<Hello, { as: Who }>;

const busy = refuse({ reason: 'busy-door', waitMs: 2_000 });

const workshopAt = async (house: Workshops, said: string) => {
  const code = readCode(said);
  return code === undefined ? undefined : house.at(code);
};

export function admitLearner(house: Workshops, hello: As<'newcomer' | 'learner' | 'mover'>) {
  if (hello.as === 'newcomer') return admitNewcomer(house, hello);
  return hello.as === 'learner' ? admitBack(house, hello) : admitMover(house, hello);
}

// #region code
/** A wrong code and a locked door are one answer, and count alike. */
async function admitNewcomer(house: Workshops, hello: As<'newcomer'>): Promise<Admitted | Refused> {
  const code = readCode(hello.code);
  const isInvited = code && hello.invitation && house.passes.isInvited(code, hello.invitation);
  const turn = isInvited ? undefined : await house.door.enter();
  if (!isInvited && !turn) return busy;
  const workshop = await workshopAt(house, hello.code);
  if (!workshop) return refuse({ reason: 'no-such-workshop' });
  const seat = house.passes.seatOf(workshop.code, hello.ticket);
  const entered = await sitDown(workshop, seat, { what: 'joined', name: cleanName(hello.name) });
  if (!('refusal' in entered) || entered.refusal.reason !== 'no-such-workshop') turn?.right();
  return entered;
}
// #endregion code

async function admitBack(house: Workshops, { seat: token }: As<'learner'>): Promise<Admitted | Refused> {
  const claim = house.passes.readSeat(token);
  const workshop = claim && (await house.at(claim.room));
  if (!workshop) return refuse({ reason: 'not-here' });
  return sitDown(workshop, claim.seat, { what: 'cameBack', epoch: claim.epoch });
}

/** A wrong word and a wrong code are one answer. */
async function admitMover(house: Workshops, { code, word }: As<'mover'>): Promise<Admitted | Refused> {
  const turn = await house.sideDoor.enter();
  if (!turn) return busy;
  const workshop = await workshopAt(house, code);
  if (!workshop) return refuse({ reason: 'wrong-word' });
  turn.right();
  const tries = await house.wordsOf(workshop).enter();
  if (!tries) return busy;
  const lock = lockForWord(workshop.code, word);
  const owner = [...workshop.state.learners.values()].find((learner) => learner.word?.lock === lock);
  if (!owner) return refuse({ reason: 'wrong-word' });
  const entered = await sitDown(workshop, owner.seat, { what: 'movedIn', lock });
  if (!('refusal' in entered)) tries.right();
  return entered;
}

type Entered = Parameters<LiveWorkshop['take']>[0];
type Entrance =
  | { what: 'joined'; name: string }
  | { what: 'cameBack'; epoch: number }
  | { what: 'movedIn'; lock: string };

async function sitDown(workshop: LiveWorkshop, id: string, entrance: Entrance): Promise<Admitted | Refused> {
  const refusal = refusalFor(workshop, id, entrance);
  if (refusal) return refuse(refusal);
  return admitted(workshop, 'learner', id, { by: { role: 'learner', id }, ...entrance });
}

/** Where nothing can be kept, whoever is known comes in all the same, to read; that they are there is then not known. */
async function admitted(workshop: LiveWorkshop, role: Role, id: string, input: Entered): Promise<Admitted | Refused> {
  const depart = workshop.arrive(id);
  try {
    const reply: Reply = await workshop.take(input);
    if (reply.ok) return { workshop, role, id, depart };
    depart();
    return reply;
  } catch (error) {
    if (error instanceof CannotKeep && (input.what === 'cameBack' || input.what === 'consoleOpened'))
      return { workshop, role, id, depart };
    depart();
    throw error;
  }
}

/** What is sure to be refused is not written down first, or strangers could fill the disk. The rules decide later again. */
function refusalFor({ state }: LiveWorkshop, id: string, entrance: Entrance): Refusal | undefined {
  const me = state.learners.get(id);
  if (state.removed.has(id)) return { reason: 'removed' };
  if (entrance.what === 'joined' && !me && (state.isLocked || state.endedAt !== undefined))
    return { reason: 'no-such-workshop' };
  if (entrance.what === 'joined' && !me && state.learners.size >= limits.learners) return { reason: 'workshop-full' };
  if (entrance.what === 'cameBack' && (!me || entrance.epoch < me.epoch)) return { reason: 'not-here' };
  return undefined;
}

// #region console
export async function admitConsole(house: Workshops, hello: As<'instructor' | 'guest'>): Promise<Admitted | Refused> {
  const letIn = hello.as === 'guest' ? await byPass(house, hello.pass) : await byKey(house, hello);
  if (!letIn) return refuse({ reason: 'wrong-key' });
  if ('refusal' in letIn) return letIn;
  const { workshop, role } = letIn;
  // Nobody gets at another's console by saying its id: what others see of it is a digest.
  const id = `${role}:${house.passes.seatOf(workshop.code, hello.console)}`;
  const name = hello.name.trim() === '' ? role : cleanName(hello.name);
  // Not even written down.
  if (isCrowded(workshop.state, { role, id })) return refuse({ reason: 'too-many-consoles' });
  const entered = await admitted(workshop, role, id, { by: { role, id }, what: 'consoleOpened', name });
  return 'refusal' in entered ? entered : { ...entered, lock: letIn.lock };
}

type LetIn = { workshop: LiveWorkshop; role: 'instructor' | 'helper' | 'stage'; lock: string } | undefined;

async function byKey(house: Workshops, { code, key }: As<'instructor'>): Promise<LetIn | Refused> {
  const turn = await house.sideDoor.enter();
  if (!turn) return busy;
  const workshop = await workshopAt(house, code);
  if (!opens(workshop?.state.locks, key) || !workshop) return undefined;
  turn.right();
  return { workshop, role: 'instructor', lock: workshop.state.locks.key };
}

async function byPass(house: Workshops, pass: string): Promise<LetIn> {
  const guest = house.passes.readGuest(pass);
  const workshop = guest && (await house.at(guest.code));
  return guest && workshop?.state.locks.key === guest.lock
    ? { workshop, role: guest.role, lock: guest.lock }
    : undefined;
}
// #endregion console
