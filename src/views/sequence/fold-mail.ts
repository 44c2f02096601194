import type { Entry } from '../../../protocol/entry.ts';
import { cameFrom, rank } from '../../trace/station.ts';
import { deliver, type Mail, mailOf, type Post } from '../post.ts';
import { amend, isWithinReach, rowOf, show } from './place.ts';
import { byPlace, type MailItem, type Place, type Row } from './row.ts';
import type { SequenceView } from './view.ts';

type Met = { entry: Entry; mail: Mail; when: number };

/**
 * An arrow for every way from one station to the next. It is drawn when its first end is known and completed when its
 * other end is, in the same row wherever that keeps everyone's own order. Undefined where no such row is left.
 */
export function showMail(before: SequenceView, entry: Entry, when: number, isInOrder: boolean) {
  const view = { ...before, post: deliver(before.post, entry) };
  const mail = mailOf(view.post, entry)!;
  const met = { entry, mail, when };
  if (!isInOrder && isBelated(before.post, entry)) return completeBackwards(view, met);

  const origin = cameFrom(mail.points, entry);
  const shown = origin && entry.what !== 'sent' ? arrive(view, origin, met) : depart(view, origin, met);
  const released = origin?.what === 'held' ? release(shown, origin) : shown;
  return entry.what === 'held' ? hold(released, entry) : released;
}

/** It is known already that the message came further than this. */
export function isBelated(post: Post, entry: Entry): boolean {
  const stations = mailOf(post, entry)?.points.map(rank) ?? [];
  return !stations.includes(rank(entry)) && stations.some((station) => station > rank(entry));
}

function depart(view: SequenceView, origin: Entry | undefined, { entry, mail: { number }, when }: Met): SequenceView {
  const end = entry.what === 'sent' ? { from: entry } : { to: entry };
  const above = origin && rowOf(view, origin)?.place;
  return show(view, { kind: 'mail', number, ...end }, entry, { when, run: runOf(entry, end.from, end.to), above });
}

function arrive(view: SequenceView, origin: Entry, { entry, mail: { number }, when }: Met): SequenceView {
  const row = rowOf(view, origin);
  const open = row && mailItems(row).find((item) => isContinuedBy(item, origin, entry));
  if (row && open && isWithinReach(view, row, entry.who) && leadsTo(row, entry.who)) {
    return amend(view, row, open, origin.who === entry.who ? { ...open, fate: entry } : { ...open, to: entry }, entry);
  }
  const item: MailItem = { kind: 'mail', number, from: origin, to: entry };
  return show(view, item, entry, { when, run: runOf(entry, origin, entry), above: row?.place });
}

/** An arrow that has reached nobody yet reaches its receiver; one that has arrived meets its fate there. */
const isContinuedBy = ({ from, to, fate }: MailItem, origin: Entry, { who, what }: Entry) =>
  origin.who === who ? to === origin && origin.what !== 'held' && what !== 'received' && !fate : from === origin && !to;

/** The sender's page told later than the receiver's that it had sent this. */
function completeBackwards(view: SequenceView, { entry, mail }: Met): SequenceView | undefined {
  const leads = mail.points.filter((point) => cameFrom(mail.points, point) === entry);
  const [next] = leads;
  const row = next && rowOf(view, next);
  const open = row && mailItems(row).find((item) => item.to === next && !item.from);
  const isOrigin = entry.what === 'sent' && mail.points[0] === entry && leads.length === 1;
  if (!row || !open || !isOrigin || !isWithinReach(view, row, entry.who)) return undefined;
  return amend(view, row, open, { ...open, from: entry }, entry);
}

const mailItems = ({ items }: Row) => items.filter((item) => item.kind === 'mail');

/** The arrows of one row all go the same way. */
const leadsTo = (row: Row, who: string) => mailItems(row).every(({ to }) => !to || to.who === who);

const runOf = ({ name }: Entry, from?: Entry, to?: Entry) =>
  /candidate/i.test(name) ? `${from?.who ?? ''} > ${to?.who ?? ''} ${name}` : undefined;

function hold(view: SequenceView, entry: Entry): SequenceView {
  const from = view.now as Place;
  const isHere = ({ who, from: other, until }: SequenceView['holds'][number]) =>
    who === entry.who && !until && byPlace(other, from) === 0;
  const at = view.holds.findLastIndex(isHere);
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
