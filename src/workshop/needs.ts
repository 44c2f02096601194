import { stuckMs } from '../../protocol/workshop/stuck.ts';
import type { Card, HeatView } from '../../protocol/workshop/views.ts';
import { placeKey } from '../../protocol/workshop/whereabouts.ts';

// Who needs somebody: worked out once, for the colour of a card, for the filter and for the order.

export type Need = 'hand' | 'lost' | 'stuck' | 'none' | 'away';

export const needs: readonly Need[] = ['hand', 'lost', 'stuck', 'none', 'away'];

export type Needing = { card: Card; need: Need; stuckMs: number };

export function needing(card: Card, heat: readonly HeatView[], now: number): Needing {
  const median = card.place && heat.find(({ place }) => place === placeKey(card.place!))?.medianMs;
  const stuck = stuckMs(card, median ?? null, now);
  return { card, need: needOf(card, stuck), stuckMs: stuck };
}

/** Whoever left the network is not stuck; a hand that is up outlives even that. */
function needOf({ hand, awaySince, mood }: Card, stuckMs: number): Need {
  if (hand) return 'hand';
  if (awaySince !== null) return 'away';
  if (mood === 'lost') return 'lost';
  return stuckMs > 0 ? 'stuck' : 'none';
}

export type Order = 'need' | 'name' | 'place' | 'time';

const orders: Record<Order, (one: Needing, other: Needing) => number> = {
  need: (one, other) =>
    needs.indexOf(one.need) - needs.indexOf(other.need) ||
    (one.card.hand?.at ?? 0) - (other.card.hand?.at ?? 0) ||
    other.stuckMs - one.stuckMs,
  name: () => 0,
  place: (one, other) => placeText(one).localeCompare(placeText(other), 'en', { numeric: true }),
  time: (one, other) => one.card.since - other.card.since,
};

const placeText = ({ card: { place } }: Needing) => (place ? placeKey(place) : '');

export const inOrder = (all: readonly Needing[], order: Order): Needing[] =>
  all.toSorted((one, other) => orders[order](one, other) || one.card.name.localeCompare(other.card.name));
