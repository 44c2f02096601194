import { type Pace, stuckMs } from '../../protocol/workshop/stuck.ts';
import type { Card, HeatView } from '../../protocol/workshop/views.ts';
import { placeKey } from '../../protocol/workshop/whereabouts.ts';

// Who needs somebody: worked out once, for the colour of a card, for the filter and for the order.

export type Need = 'hand' | 'lost' | 'stuck' | 'none' | 'away';

export const needs: readonly Need[] = ['hand', 'lost', 'stuck', 'none', 'away'];

/** How long half of the class is at a place: of those who went on, and of those who are still there. */
export function pacesOf(cards: readonly Card[], heat: readonly HeatView[], now: number): ReadonlyMap<string, Pace> {
  const stays = new Map<string, Stay[]>();
  for (const { place, minutes, medianMs } of heat) {
    const count = minutes.reduce((sum, [, , went]) => sum + went, 0);
    stays.set(place, medianMs === null ? [] : [{ ms: medianMs, count }]);
  }
  for (const { place, awaySince, since } of cards)
    if (place && awaySince === null) stays.get(placeKey(place))?.push({ ms: now - since, count: 1 });
  const known = [...stays].filter(([, all]) => total(all) > 1);
  return new Map(known.map(([place, all]) => [place, { medianMs: half(all), of: total(all) }]));
}

type Stay = { ms: number; count: number };
const total = (all: readonly Stay[]) => all.reduce((sum, { count }) => sum + count, 0);

function half(all: readonly Stay[]): number {
  let before = 0;
  const sorted = all.toSorted((one, other) => one.ms - other.ms);
  return sorted.find(({ count }) => (before += count) >= total(all) / 2)!.ms;
}

export type Needing = { card: Card; need: Need; stuckMs: number };

export function needing(card: Card, paces: ReadonlyMap<string, Pace>, now: number): Needing {
  const stuck = stuckMs(card, card.place ? paces.get(placeKey(card.place)) : undefined, now);
  return { card, need: needOf(card, stuck), stuckMs: stuck };
}

/** Whoever left the network is not stuck; a hand that is up outlives even that. */
function needOf({ hand, awaySince, mood }: Card, stuckMs: number): Need {
  if (hand) return 'hand';
  if (awaySince !== null) return 'away';
  if (mood === 'lost') return 'lost';
  return stuckMs > 0 ? 'stuck' : 'none';
}

/** "Ada 2" before "Ada 10". */
const names = new Intl.Collator(undefined, { numeric: true });

export type Order = 'need' | 'name' | 'place' | 'time';

const orders: Record<Order, (one: Needing, other: Needing) => number> = {
  need: (one, other) =>
    needs.indexOf(one.need) - needs.indexOf(other.need) ||
    (one.card.hand?.at ?? 0) - (other.card.hand?.at ?? 0) ||
    other.stuckMs - one.stuckMs,
  name: () => 0,
  place: (one, other) => names.compare(placeText(one), placeText(other)),
  time: (one, other) => one.card.since - other.card.since,
};

const placeText = ({ card: { place } }: Needing) => (place ? placeKey(place) : '');

export const inOrder = (all: readonly Needing[], order: Order): Needing[] =>
  all.toSorted((one, other) => orders[order](one, other) || names.compare(one.card.name, other.card.name));
