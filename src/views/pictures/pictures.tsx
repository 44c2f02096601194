import { useId, useMemo, useState } from 'preact/hooks';
import type { Entry } from '../../../protocol/entry.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import { Scrubber } from '../scrubber/scrubber.tsx';
import { type Moment, momentOf } from '../scrubber/text.ts';
import { sequenceMoments } from '../sequence/fold.ts';
import type { Faces } from '../sequence/lane-heads.tsx';
import { Sequence } from '../sequence/sequence.tsx';
import { Export } from './export.tsx';
import { Late, lateKinds } from './late.tsx';
import './pictures.css';
import { useEntries, type Watched } from './use-entries.ts';

type Props = {
  trace: Watched;
  /** Whether it may still grow. */
  growing?: boolean;
  /** Where to begin in one that is over: at its end, unless something else is said. */
  from?: number;
  clock?: Clock;
  faces?: Faces;
  seats?: readonly string[];
  onPick?(entry: Entry): void;
  /** Told to which moment somebody went. */
  onMoment?(moment: Moment): void;
};

const kinds = ['Sequence', ...lateKinds] as const;

/** All pictures of one trace at one moment: one at a time, and the scrubber that moves through them. */
export function Pictures({
  trace,
  growing = false,
  from = trace.entries.length,
  clock = ownClock,
  faces,
  seats,
  onPick,
  onMoment,
}: Props) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('Sequence');
  const [moment, setMoment] = useState<Moment>(growing ? 'live' : from);
  const choice = useId();
  const entries = useEntries(trace);
  const sequence = useMemo(() => sequenceMoments(trace.entries, clock), [trace.entries, clock]);
  const at = momentOf(moment, entries);
  const move = (moment: Moment) => {
    setMoment(moment);
    onMoment?.(moment);
  };

  return (
    <section class="pictures" aria-label="What happened">
      <fieldset class="segments">
        <legend class="only-spoken">Picture</legend>
        {kinds.map((each) => (
          <label key={each}>
            <input type="radio" name={choice} checked={each === kind} onChange={() => setKind(each)} />
            {each}
          </label>
        ))}
      </fieldset>
      {kind === 'Sequence' && <Sequence view={sequence(at)} {...{ clock, faces, seats, onPick }} />}
      {kind !== 'Sequence' && <Late key={kind} entries={trace.entries} moment={at} {...{ kind, clock, onPick }} />}
      <Scrubber {...{ entries, moment, growing, clock }} onMove={move} />
      <Export {...{ entries, clock }} />
    </section>
  );
}
