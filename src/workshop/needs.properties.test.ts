import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card, HeatView } from '../../protocol/workshop/views.ts';
import { medianOf, placeKey } from '../../protocol/workshop/whereabouts.ts';
import { inOrder, needing, needs, pacesOf } from './needs.ts';

// Any class at all, of three and of three hundred: who is called stuck, and who is not.

const now = 10_000_000;
const minute = 60_000;
const ms = fc.nat(40 * minute);

const learner = fc.record({
  step: fc.integer({ min: 1, max: 4 }),
  here: ms,
  away: fc.option(ms),
  isLost: fc.boolean(),
});
const cardOf = (
  { step, here, away, isLost }: typeof learner extends fc.Arbitrary<infer One> ? One : never,
  nth: number,
): Card => ({
  seat: `${nth}`,
  name: `Bot ${nth}`,
  joinedAt: 0,
  awaySince: away === null ? null : now - Math.min(here, away),
  place: { page: '/labs/tasklist/', lab: 'tasklist', step },
  since: now - here,
  standing: {},
  hand: null,
  mood: isLost ? 'lost' : null,
  follows: true,
  isNamed: false,
  answers: 0,
});
const heatOf = (stays: readonly number[], nth: number): HeatView => ({
  place: `tasklist ${nth + 1}`,
  minutes: [[0, stays.length + 1, stays.length]],
  medianMs: medianOf(stays),
});
const classOf = (size: number) =>
  fc.record({
    cards: fc.array(learner, { minLength: size, maxLength: size, size: 'max' }).map((all) => all.map(cardOf)),
    heat: fc
      .array(fc.array(ms, { maxLength: size, size: 'max' }), { minLength: 4, maxLength: 4 })
      .map((all) => all.map(heatOf)),
  });
const look = (cards: readonly Card[], heat: readonly HeatView[]) => {
  const paces = pacesOf(cards, heat, now);
  return cards.map((card) => needing(card, paces, now));
};

describe.each([3, 300])('in a class of %i', (size) => {
  const holds = (check: (cards: Card[], heat: HeatView[]) => void) =>
    fc.assert(
      fc.property(classOf(size), ({ cards, heat }) => check(cards, heat)),
      { numRuns: size > 100 ? 20 : 300 },
    );

  test('who left the network is not stuck, and makes nobody else so', () => {
    holds((cards, heat) => {
      const all = look(cards, heat);
      for (const { card, need, stuckMs } of all)
        if (card.awaySince !== null) expect([need, stuckMs]).toEqual(['away', 0]);
      const here = cards.filter(({ awaySince }) => awaySince === null);
      expect(look(here, heat)).toEqual(all.filter(({ card }) => card.awaySince === null));
    });
  });

  test('nobody is stuck within a minute, nor within three where few were before', () => {
    holds((cards, heat) => {
      const paces = pacesOf(cards, heat, now);
      for (const { card, stuckMs } of look(cards, heat)) {
        const isKnown = (paces.get(placeKey(card.place!))?.of ?? 0) >= 5;
        if (now - card.since <= (isKnown ? 1 : 3) * minute) expect(stuckMs).toBe(0);
      }
    });
  });

  test('of all who have been at a step, at most half are stuck there', () => {
    holds((cards, heat) => {
      const stuck = look(cards, heat).filter(({ stuckMs }) => stuckMs > 0);
      for (const [place, { of }] of pacesOf(cards, heat, now))
        expect(stuck.filter(({ card }) => placeKey(card.place!) === place).length).toBeLessThanOrEqual(of / 2);
    });
  });

  test('where all came at once and listen, nobody is stuck, however long it takes', () => {
    holds((cards) => {
      const listening = cards.map((card) => ({
        ...card,
        place: cards[0]!.place,
        since: now - 30 * minute,
        awaySince: null,
      }));
      expect(look(listening, [heatOf([], cards[0]!.place!.step! - 1)]).filter(({ stuckMs }) => stuckMs > 0)).toEqual(
        [],
      );
    });
  });

  test('who is longer at a step is no less stuck, and stands first of those', () => {
    holds((cards, heat) => {
      const all = look(cards, heat).filter(({ card }) => card.awaySince === null);
      for (const [nth, one] of all.entries()) {
        const other = all[nth + 1];
        if (!other || placeKey(other.card.place!) !== placeKey(one.card.place!)) continue;
        const [longer, shorter] = one.card.since <= other.card.since ? [one, other] : [other, one];
        expect(longer.stuckMs).toBeGreaterThanOrEqual(shorter.stuckMs);
      }
      const order = inOrder(all, 'need');
      expect(order.map(({ need }) => needs.indexOf(need))).toEqual(
        order.map(({ need }) => needs.indexOf(need)).toSorted((a, b) => a - b),
      );
      const stuck = order.filter(({ need }) => need === 'stuck').map(({ stuckMs }) => stuckMs);
      expect(stuck).toEqual(stuck.toSorted((a, b) => b - a));
    });
  });
});
