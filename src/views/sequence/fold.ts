import type { Entry } from '../../../protocol/entry.ts';
import { causalOrder } from '../../trace/causal-order.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import { byOwnOrder } from '../../trace/own-order.ts';
import { isMail } from '../../trace/station.ts';
import type { Fold } from '../moments.ts';
import { undelivered } from '../post.ts';
import { showMail } from './fold-mail.ts';
import { showState } from './fold-state.ts';
import { amend, rowOf, show } from './place.ts';
import type { Item } from './row.ts';
import { arrivals, nothingYet, type SequenceView, spots } from './view.ts';

/** Who did, met and sent what, line by line. */
export function sequenceFold(clock: Clock = ownClock): Fold<SequenceView> {
  function advance(view: SequenceView, entry: Entry): SequenceView {
    const began = view.count ? view.began : clock(entry);
    const known = { ...view, began, arrived: { entry, ...(view.arrived && { before: view.arrived }) } };
    return add(known, entry, clock(entry)) ?? inCausalOrder(known, entry);
  }

  /** A message turns out to have been sent below the row where it arrived: everything is laid out anew. */
  function inCausalOrder(view: SequenceView, newest: Entry): SequenceView {
    const { began, arrived, post } = view;
    const start: SequenceView = { ...nothingYet, began, post: undelivered(post) };
    const laidOut = causalOrder(arrivals(view), clock).reduce(
      (view, entry) => add(view, entry, clock(entry), true)!,
      start,
    );
    const now = spots.find(laidOut.spots, newest.id)?.place ?? laidOut.now;
    return { ...laidOut, ...(now && { now }), ...(arrived && { arrived }) };
  }

  return { start: nothingYet, advance };
}

/** Undefined where the entry belongs above what is already there of its actor, or of its message. */
function add(before: SequenceView, entry: Entry, when: number, isInOrder = false): SequenceView | undefined {
  const latest = before.latest[entry.who];
  if (latest && byOwnOrder(entry, latest) < 0 && !isInOrder) return undefined;
  const view = isMail(entry) ? showMail(before, entry, when, isInOrder) : showOther(before, entry, when);
  return view && { ...view, count: view.count + 1, latest: { ...view.latest, [entry.who]: entry } };
}

function showOther(view: SequenceView, entry: Entry, when: number): SequenceView {
  const { who, on = '', what, name, of } = entry;
  switch (what) {
    case 'call': {
      const run = name === 'addIceCandidate' ? `${who} ${on} ${name}` : undefined;
      return show(view, { kind: 'call', call: entry }, entry, { when, run });
    }
    case 'return':
    case 'throw': {
      const row = of === undefined ? undefined : rowOf(view, { id: of });
      const item = row?.items.find((item) => item.kind === 'call' && item.call.id === of) as CallItem | undefined;
      if (!row || !item) return show(view, { kind: 'event', entry }, entry, { when });
      return amend(view, row, item, { ...item, outcome: entry }, entry);
    }
    case 'state':
      return showState(view, entry, when);
    case 'event': {
      const run = name === 'icecandidate' ? `${who} ${on} ${name}` : undefined;
      return show(view, { kind: 'event', entry }, entry, { when, run });
    }
    case 'step':
      // Its end is told by what it did, and needs no line of its own.
      return of === undefined ? show(view, { kind: 'step', entry }, entry, { when }) : view;
    default:
      return show(view, { kind: 'note', entry }, entry, { when });
  }
}

type CallItem = Extract<Item, { kind: 'call' }>;
