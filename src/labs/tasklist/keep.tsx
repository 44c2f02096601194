import { useMemo } from 'preact/hooks';
import { clockWith } from '../../trace/clock.ts';
import { offsetsOf } from '../../trace/offsets.ts';
import { Export } from '../../views/pictures/export.tsx';
import type { Desk } from './desk.ts';

/** The trace of a call that is there, to be taken along. */
export function Keep({ desk: { attempt, entries } }: { desk: Desk }) {
  const { episode } = attempt.value;
  const clock = useMemo(() => clockWith(offsetsOf(episode.entries), episode.entries), [episode]);
  return <Export entries={entries.value} clock={clock} />;
}
