import { limits } from '../../protocol/workshop/limits.ts';
import type { Event } from '../../protocol/workshop.ts';

// What happened and is not acknowledged yet. Each page has a queue of its own, which it numbers; what an earlier page of
// this tab left behind is said first, under its old numbers, so that twice is once.

export type Waiting = { source: string; nr: number; event: Event };
export type Outbox = { source: string; nr: number; waiting: readonly Waiting[] };

export const newOutbox = (source: string, left: readonly Waiting[] = []): Outbox => ({ source, nr: 0, waiting: left });

/** Of where somebody is and how their connection stands, only the last is worth telling. */
const isOverBy = (event: Event, later: Event) =>
  event.what === later.what && (event.what === 'moved' || event.what === 'stood');

export function put({ source, nr, waiting }: Outbox, event: Event): Outbox {
  const others = waiting.filter((one) => !isOverBy(one.event, event));
  return { source, nr: nr + 1, waiting: [...others, { source, nr: nr + 1, event }] };
}

/** What to send next: of one queue, as much as a message may carry. */
export function letter({ waiting }: Outbox) {
  const source = waiting[0]?.source;
  if (source === undefined) return undefined;
  const end = waiting.findIndex((one) => one.source !== source);
  const mine = waiting.slice(0, end < 0 ? undefined : end).slice(0, limits.events);
  return { source, events: mine.map(({ nr, event }) => ({ nr, event })) };
}

export const acknowledged = (outbox: Outbox, source: string, upTo: number): Outbox => ({
  ...outbox,
  waiting: outbox.waiting.filter((one) => one.source !== source || one.nr > upTo),
});
