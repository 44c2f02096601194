import { useMemo } from 'preact/hooks';
import { oneClock, stationKinds } from '../views/pictures/one-clock.ts';
import { useEntries, type Watched } from '../views/pictures/use-entries.ts';
import { sequenceMoments } from '../views/sequence/fold.ts';
import { Sequence } from '../views/sequence/sequence.tsx';

/** The sequence of a trace as it grows, and nothing to press: nobody sits at a projector. */
export function LiveSequence({ trace }: { trace: Watched }) {
  const entries = useEntries(trace);
  const known = stationKinds(entries);
  // Another clock lays out the picture anew, so it is set only when more is known.
  const clock = useMemo(() => oneClock(trace.entries, []), [trace, known]);
  const sequence = useMemo(() => sequenceMoments(trace.entries, clock), [trace, clock]);
  return <Sequence view={sequence(entries.length)} clock={clock} />;
}
