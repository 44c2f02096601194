import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { clockWith } from '../../trace/clock.ts';
import { offsetsOf } from '../../trace/offsets.ts';
import { CopyText } from '../../views/copy-text.tsx';
import { Pictures } from '../../views/pictures/pictures.tsx';
import type { Desk } from './desk.ts';
import { listText } from './text.ts';

const seats = ['alice', 'server', 'bob'];

/** Every picture of this attempt, and the scrubber that looks back. */
export function Inspector({ desk }: { desk: Desk }) {
  const { attempt, entries, shown } = desk;
  const { episode, order } = attempt.value;
  const others = useComputed(() => entries.value.some(({ who }) => who === 'server')).value;
  // Once: a clock that is set anew lays out every picture anew.
  const clock = useMemo(() => clockWith(offsetsOf(episode.entries), episode.entries), [episode, others]);
  return (
    <div class="inspector">
      <Pictures
        key={attempt.value.id}
        trace={episode}
        growing
        clock={clock}
        seats={seats}
        onMoment={(moment) => (desk.moment.value = moment)}
        onPick={({ line }) => line && desk.context.light(line)}
      />
      <CopyText what="the list" lines={() => listText(order, shown.value.progress)} />
    </div>
  );
}
