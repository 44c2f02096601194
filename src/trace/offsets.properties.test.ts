import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { type Station, steady, written } from './offsets.fixture.ts';
import { offsetsOf } from './offsets.ts';

const hour = 3_600_000;

const actors = ['alice', 'server', 'bob', 'carol'];
const delay = fc.double({ min: 0, max: 500, noNaN: true });
const when = fc.double({ min: 0, max: hour, noNaN: true });
const mail = fc
  .tuple(fc.shuffledSubarray(actors, { minLength: 2 }), when, delay, delay)
  .map(([[sender, ...others], sent, first, second]): Station[] => {
    const receiver = others.at(-1)!;
    // Only the server keeps a message on its way: what is held by anybody else has arrived there.
    const isKept = others.length > 1 && sender !== 'server' && receiver !== 'server';
    const held: Station[] = isKept ? [['server', 'held', sent + first]] : [];
    return [[sender!, 'sent', sent], ...held, [receiver, 'received', sent + first + second]];
  });
const mails = fc.array(mail, { minLength: 1, maxLength: 30 });
const ahead = fc.double({ min: -hour, max: hour, noNaN: true });
const aheads = fc
  .tuple(ahead, ahead, ahead, ahead)
  .map((ms) => Object.fromEntries(actors.map((who, i) => [who, ms[i]!])));

/** By how much, at worst, a message seems to arrive before it was sent once the offsets are applied. */
function worst(entries: readonly Entry[], offsets: Record<string, number>) {
  const time = ({ who, at }: Entry) => at + offsets[who]!;
  const rank = ['sent', 'held', 'received'];
  let most = 0;
  for (const [one, other] of entries.flatMap((one) => entries.map((other) => [one, other] as const))) {
    const related = one.mail === other.mail && rank.indexOf(one.what) < rank.indexOf(other.what);
    if (related && one.who in offsets && other.who in offsets) most = Math.max(most, time(one) - time(other));
  }
  return most;
}

/** Everyone whom a chain of mail leads to from the first actor. */
function reached(entries: readonly Entry[]) {
  const reached = new Set(entries.slice(0, 1).map(({ who }) => who));
  const mails = [...Map.groupBy(entries, ({ mail }) => mail).values()];
  for (const _ of actors) {
    for (const mail of mails.filter((mail) => mail.some(({ who }) => reached.has(who)))) {
      for (const { who } of mail) reached.add(who);
    }
  }
  return [...reached];
}

/** Of sums of a few numbers as great as two hours. */
const rounding = 1e-6;

function always<Values>(title: string, property: fc.IRawProperty<Values>) {
  describe(title, () => {
    test('with any seed', () => fc.assert(property));

    // Two whose clocks differed by less than their entries could tell were once taken to have one, against others' mail.
    test.each([
      [-359_788_877, '89'],
      [2, '1656'],
    ])('with what failed once: seed %i, path %s', (seed, path) => {
      fc.assert(property, { seed, path, endOnFailure: true });
    });
  });
}

always(
  'clocks up to two hours apart: nothing arrives before it was sent, in whatever order the entries came',
  fc.property(aheads, mails, fc.infiniteStream(fc.nat()), (aheads, mails, random) => {
    const entries = written(steady(aheads), mails);
    const shuffled = entries
      .map((entry) => ({ entry, key: random.next().value }))
      .sort((a, b) => a.key - b.key)
      .map(({ entry }) => entry);
    for (const arrived of [entries, shuffled]) {
      const offsets = offsetsOf(arrived);
      expect(Object.keys(offsets)).toEqual(expect.arrayContaining(reached(arrived)));
      expect(worst(arrived, offsets)).toBeLessThan(rounding);
    }
  }),
);

always(
  'with answers to everything, the error is at most half of the quickest way there and back',
  fc.property(aheads, fc.array(fc.tuple(when, delay, delay), { minLength: 1, maxLength: 20 }), (aheads, talks) => {
    const entries = written(
      steady(aheads),
      talks.flatMap(([sent, there, back]): Station[][] => [
        [
          ['alice', 'sent', sent],
          ['bob', 'received', sent + there],
        ],
        [
          ['bob', 'sent', sent + there],
          ['alice', 'received', sent + there + back],
        ],
      ]),
    );
    const [there, back] = [1, 2].map((leg) => Math.min(...talks.map((talk) => talk[leg]!)));
    const truth = aheads.alice! - aheads.bob!;
    const { bob } = offsetsOf(entries);
    // Clocks that are nearly the same may be taken for one.
    const share = bob === 0 ? 1 : 1 / 2;
    expect(Math.abs(bob! - truth)).toBeLessThanOrEqual(share * (there! + back!) + rounding);
  }),
);

always(
  'a clock that runs fast by a hundredth is never further off than it went',
  fc.property(aheads, mails, (aheads, mails) => {
    const went = 0.01 * Math.max(...mails.flat().map(([, , when]) => when));
    const drifting = { ...steady(aheads), bob: (when: number) => when * 1.01 + aheads.bob! };
    const entries = written(drifting, mails);
    expect(worst(entries, offsetsOf(entries))).toBeLessThanOrEqual(went + rounding);
  }),
);
