import type { Entry } from '../../../protocol/entry.ts';
import { amend, show } from './place.ts';
import { type Item, rowsInOrder } from './row.ts';
import type { SequenceView } from './view.ts';

const announcements: Readonly<Record<string, readonly string[]>> = {
  signaling: ['signalingstatechange'],
  gathering: ['icegatheringstatechange'],
  ice: ['iceconnectionstatechange'],
  connection: ['connectionstatechange'],
  channel: ['open', 'closing', 'close'],
};

/** A new state: together with the event that told of it, if that stands right before it. */
export function showState(view: SequenceView, entry: Entry, when: number): SequenceView {
  const { who, on = '', name } = entry;
  const machine = `${who} ${on} ${name}`;
  const before = view.states[machine];
  const item: Item = before === undefined ? { kind: 'state', entry } : { kind: 'state', entry, before };
  const known = { ...view, states: { ...view.states, [machine]: String(entry.body) } };

  const lane = view.lanes[who];
  const row = lane && rowsInOrder.find(view.rows, lane.last);
  const event = row?.items.at(-1);
  if (
    row &&
    event?.kind === 'event' &&
    event.entry.on === entry.on &&
    announcements[name]?.includes(event.entry.name)
  ) {
    return amend(known, row, event, { ...item, event: event.entry }, entry);
  }
  // What a connection begins with comes in four entries, and is one thing to know.
  const run = before === undefined ? `${who} ${on} begins` : undefined;
  return show(known, item, entry, { when, run });
}
