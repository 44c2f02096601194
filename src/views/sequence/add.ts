import type { Entry } from '../../../protocol/entry.ts';
import { byOwnOrder } from '../../trace/own-order.ts';
import { isMail } from '../../trace/station.ts';
import { isBelated, showMail } from './fold-mail.ts';
import { showState } from './fold-state.ts';
import { amend, rowOf, show } from './place.ts';
import type { Item } from './row.ts';
import type { SequenceView } from './view.ts';

/** Shows one more entry. Undefined where it belongs above what is already there of its actor, or of its message. */
export function add(before: SequenceView, entry: Entry, when: number, isInOrder = false): SequenceView | undefined {
  if (!isInOrder && isOvertaken(before, entry)) return undefined;
  const view = isMail(entry) ? showMail(before, entry, when, isInOrder) : showOther(before, entry, when);
  return view && { ...view, count: view.count + 1, latest: { ...view.latest, [entry.who]: entry } };
}

/** Whether everything that is there can have happened before this. */
export function canFollow(view: SequenceView, entry: Entry): boolean {
  return !isOvertaken(view, entry) && !(isMail(entry) && isBelated(view.post, entry));
}

function isOvertaken({ latest }: SequenceView, entry: Entry): boolean {
  const own = latest[entry.who];
  return own !== undefined && byOwnOrder(entry, own) < 0;
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
