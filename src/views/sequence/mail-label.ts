import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../../trace/clock.ts';
import { cameFrom } from '../../trace/station.ts';
import { duration } from '../duration.ts';
import { complaint, count, gist } from '../gist.ts';
import { mailOf } from '../post.ts';
import { isRecord } from '../size.ts';
import { named } from './named.ts';
import { entriesOf, type Item, type Label, type MailItem } from './row.ts';
import type { SequenceView } from './view.ts';

/** What an arrow says. */
export function mailLabel(view: SequenceView, item: MailItem, clock: Clock): Omit<Label, 'byItself'> {
  const { from, to, fate, number } = item;
  const shown = (to ?? from)!;
  const end = fate ?? to;
  return {
    number: `#${number}`,
    name: shown.name === 'message' ? named(shown) : shown.name,
    detail: contents(view, shown),
    aside: to ? arrival(view, item, clock) : isShownArriving(view, item) ? 'arrives below' : '',
    wrong: end?.what === 'refused' ? refusal(end) : '',
  };
}

/** What the message held when it was first heard of: whoever hands it on need not repeat it. */
function contents({ post }: SequenceView, shown: Entry): string {
  const body = mailOf(post, shown)?.points.find((point) => point.body !== undefined)?.body;
  // Whoever has no more candidates says so by sending none.
  return body === null && /candidate/i.test(shown.name) ? 'no more candidates' : gist(body);
}

function arrival(view: SequenceView, { from, to, fate }: MailItem, clock: Clock): string {
  const kept = from && keptBefore(view, from, to!);
  const waited = kept && `waited ${duration(clock(kept.until) - clock(kept.from))}`;
  const took = from && from.what !== 'held' && duration(clock(to!) - clock(from));
  const isHeld = (fate ?? to)!.what === 'held';
  return [took, waited, isHeld && 'held'].filter(Boolean).join(', ');
}

/** From when until when a message was kept before it went this way. */
function keptBefore({ post }: SequenceView, from: Entry, to: Entry) {
  if (from.what === 'held') return { from, until: to };
  const mail = mailOf(post, from);
  const before = mail && cameFrom(mail.points, from);
  return before?.what === 'held' ? { from: before, until: from } : undefined;
}

/** A server says why in a sentence. */
const refusal = ({ body }: Entry) => {
  const sentence = isRecord(body) && body.sentence;
  const why = typeof sentence === 'string' ? sentence : complaint(body);
  return why ? `refused: ${why}` : 'refused';
};

const isShownArriving = (view: SequenceView, item: Item) => {
  const [from] = entriesOf(item) as [Entry];
  return mailOf(view.post, from)?.points.at(-1) !== from;
};

/** What became of a run of messages. */
export function fates(view: SequenceView, items: readonly Item[], clock: Clock): string {
  const ways = items.filter((item) => item.kind === 'mail');
  const arrived = ways.filter((way): way is MailItem & { to: Entry } => way.to !== undefined);
  if (arrived.length < ways.length) return arrived.length ? `${arrived.length} arrived` : '';
  if (arrived.length && arrived.every(({ to, fate }) => (fate ?? to).what === 'held')) return 'held';
  const waits = arrived.flatMap(({ from, to }) => {
    const kept = from && keptBefore(view, from, to);
    return kept ? [clock(kept.until) - clock(kept.from)] : [];
  });
  return waits.length ? `waited ≤ ${duration(Math.max(...waits))}` : '';
}

/** What somebody holds, in words: 'offer', '12 candidates'. */
export const heldNow = (waiting: readonly Entry[]): string[] =>
  [...Map.groupBy(waiting, ({ name }) => name)].map(([name, all]) => (all.length > 1 ? count(all.length, name) : name));
