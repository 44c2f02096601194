import { late, longTrace } from '../../src/views/long-trace.fixture.ts';
import { moments } from '../../src/views/moments.ts';
import { sequenceMoments } from '../../src/views/sequence/fold.ts';
import { statesFold } from '../../src/views/states/fold.ts';
import { wireFold } from '../../src/views/wire/fold.ts';
import type { Rows } from '../row.ts';

const length = 20_000;
const jumps = 500;

/** A scrubber that is dragged asks for any moment, and has a frame, 16.7 ms, to show it. */
export const rows: Rows = async function* () {
  const entries = longTrace(length);
  yield ['Sequence of 20,000 entries', measured(sequenceMoments(entries))];
  yield ['Sequence of 20,000 entries, others’ 40 ms late', measured(sequenceMoments(late(entries, 40)))];
  yield ['States of 20,000 entries', measured(moments(statesFold, entries))];
  yield ['Wire of 20,000 entries', measured(moments(wireFold(), entries))];
};

function measured(at: (moment: number) => unknown): string {
  const all = took(() => at(length));
  const times = Array.from({ length: jumps }, (_, jump) => took(() => at((jump * 7_919) % length))).sort(
    (a, b) => a - b,
  );
  const share = (part: number) => `${times[Math.floor(part * (jumps - 1))]!.toFixed(1)} ms`;
  return `half of all moments within ${share(0.5)}, 99 of 100 within ${share(0.99)}; all folded once in ${all.toFixed(0)} ms`;
}

function took(deed: () => unknown): number {
  const began = performance.now();
  deed();
  return performance.now() - began;
}
