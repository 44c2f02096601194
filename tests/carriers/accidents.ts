import fc from 'fast-check';
import { expect } from 'vitest';
import { described, found, type Person } from './person.ts';
import { inAHouseOfOurs, type Open, type Start } from './two-of-them.ts';

const accidents = fc.array(fc.record({ before: fc.nat(10), what: fc.constantFrom('cut', 'mend', 'restart', 'mute') }), {
  maxLength: 8,
});

/** A call completes whatever happens, and whenever: so many times, with a seed that is told when it fails. */
export const survives = (carrier: Open, numRuns: number, start?: () => Start) =>
  fc.assert(
    fc.asyncProperty(accidents, async (accidents) => {
      const { alice, bob, restart, wire } = await inAHouseOfOurs(carrier, start?.());
      const happen = async (now: number) => {
        for (const { before, what } of accidents) {
          if (before !== now) continue;
          if (what === 'restart') await restart();
          else wire[what as 'cut' | 'mend' | 'mute']();
        }
      };
      await happen(0);
      void alice.seat.offer(described('offer', 'o1'));
      for (const at of [1, 2, 3]) {
        await happen(at);
        void alice.seat.candidate(found(`a${at}`));
      }
      // A muted line is not lost, and nobody hears that it is until it is cut.
      wire.cut();
      wire.mend();
      const { offer } = await bob.told('offerWaiting');
      await happen(4);
      void bob.seat.answer(offer.id, described('answer', 'w1'));
      for (const at of [5, 6, 7]) {
        await happen(at);
        void bob.seat.candidate(found(`b${at - 4}`), offer.id);
      }
      for (const at of [8, 9, 10]) {
        await happen(at);
        void alice.seat.candidate(found(`a${at - 4}`));
      }
      wire.cut();
      wire.mend();
      await alice.told('candidateFound', 3);
      await bob.told('candidateFound', 6);
      await Promise.all([alice.settled(), bob.settled()]);
      const calls = ({ story }: Person) => story().filter((line) => /^(offer|answer|candidate)/.test(line));
      expect(calls(alice)).toEqual(['answer "w1" of bob', ...[1, 2, 3].map((at) => `candidate b${at} of bob`)]);
      const candidates = [1, 2, 3, 4, 5, 6].map((at) => `candidate a${at} of alice`);
      expect(calls(bob)).toEqual(['offer "o1" of alice', ...candidates]);
      alice.stop();
      bob.stop();
    }),
    { numRuns, endOnFailure: true },
  );
