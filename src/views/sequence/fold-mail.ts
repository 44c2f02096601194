import type { Entry } from '../../../protocol/entry.ts';
import { cameFrom, deliver, type Mail, mailOf, stage } from '../post.ts';
import { amend, isWithinReach, rowOf, show } from './place.ts';
import { byPlace, type Item, type Place, type Row } from './row.ts';
import type { SequenceView } from './view.ts';

type MailItem = Extract<Item, { kind: 'mail' }>;

/**
 * An arrow for every way from one station to the next. It is drawn when its first end is known and completed when its
 * other end is, in the same row wherever that keeps everyone's own order. Undefined where no such row is left.
 */
export function showMail(before: SequenceView, entry: Entry, when: number): SequenceView | undefined {
  const view = { ...before, post: deliver(before.post, entry) };
  const mail = mailOf(view.post, entry)!;
  const next = mail.points[mail.points.indexOf(entry) + 1];
  const isFirst = mail.points.find((point) => stage(point) === stage(entry)) === entry;
  if (next && isFirst) return completeBackwards(view, mail, entry, next);

  const origin = cameFrom(mail, entry);
  const shown =
    origin && entry.what !== 'sent' ? arrive(view, mail, origin, entry, when) : depart(view, mail, entry, when);
  const released = origin?.what === 'held' ? release(shown, origin) : shown;
  return entry.what === 'held' ? hold(released, entry) : released;
}

function depart(view: SequenceView, { number }: Mail, entry: Entry, when: number): SequenceView {
  const end = entry.what === 'sent' ? { from: entry } : { to: entry };
  return show(view, { kind: 'mail', number, ...end }, entry, { when, run: runOf(entry, end.from, end.to) });
}

function arrive(view: SequenceView, { number }: Mail, origin: Entry, entry: Entry, when: number): SequenceView {
  const row = rowOf(view, origin);
  const open = row?.items.find((item) => item.kind === 'mail' && item.from === origin && !item.to);
  if (row && open && isWithinReach(view, row, entry.who) && leadsTo(row, entry.who)) {
    return amend(view, row, open, { ...open, to: entry } as MailItem, entry);
  }
  const item: Item = { kind: 'mail', number, from: origin, to: entry };
  return show(view, item, entry, { when, run: runOf(entry, origin, entry), above: row?.place });
}

/** The sender's page told later than the receiver's that it had sent this. */
function completeBackwards(view: SequenceView, mail: Mail, entry: Entry, next: Entry): SequenceView | undefined {
  const row = rowOf(view, next);
  const open = row?.items.find((item) => item.kind === 'mail' && item.to === next && !item.from);
  const completesOne = mail.points.filter((point) => cameFrom(mail, point) === entry).length === 1;
  const isOrigin = mail.points[0] === entry && completesOne;
  if (!row || !open || !isOrigin || !isWithinReach(view, row, entry.who)) return undefined;
  return amend(view, row, open, { ...open, from: entry } as MailItem, entry);
}

/** The arrows of one row all go the same way. */
const leadsTo = ({ items }: Row, who: string) =>
  items.every((item) => item.kind !== 'mail' || !item.to || item.to.who === who);

const runOf = ({ name }: Entry, from?: Entry, to?: Entry) =>
  /candidate/i.test(name) ? `${from?.who ?? ''} > ${to?.who ?? ''} ${name}` : undefined;

function hold(view: SequenceView, entry: Entry): SequenceView {
  const from = view.now as Place;
  const at = view.holds.findLastIndex(
    (hold) => hold.who === entry.who && byPlace(hold.from, from) === 0 && !hold.until,
  );
  const before = view.holds[at];
  if (!before) return { ...view, holds: [...view.holds, { who: entry.who, from, waiting: [entry] }] };
  return { ...view, holds: view.holds.with(at, { ...before, waiting: [...before.waiting, entry] }) };
}

function release(view: SequenceView, held: Entry): SequenceView {
  const at = view.holds.findLastIndex(({ waiting }) => waiting.includes(held));
  const before = view.holds[at];
  if (!before) return view;
  const waiting = before.waiting.filter((entry) => entry !== held);
  const until = waiting.length ? {} : { until: view.now as Place };
  return { ...view, holds: view.holds.with(at, { ...before, waiting, ...until }) };
}
