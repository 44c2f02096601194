import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Moment } from '../../views/scrubber/text.ts';
import type { LabContext } from '../lab.ts';
import type { Attempt } from './attempt.ts';
import { browserOf, warningOf } from './patience.ts';
import { nextOf } from './progress.ts';
import { situationOf } from './situation.ts';
import { viewsOf } from './view.ts';

/** What is shown of an attempt: all of it so far, or a moment to which somebody looks back. */
export function shownOf(attempt: ReadonlySignal<Attempt>, { trace, signal: leaving }: LabContext) {
  const moment = signal<Moment>('live');
  const count = signal(0);
  const changed = () => void count.value++;

  // Candidates come in dozens: what is there is looked at once a frame.
  let frame = 0;
  trace.follow(() => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      changed();
    });
  }, leaving);
  leaving.addEventListener('abort', () => cancelAnimationFrame(frame));

  const views = computed(() => viewsOf(attempt.value.episode.entries, attempt.value.order, attempt.value.here));
  const entries = computed(() => {
    void count.value;
    return attempt.value.episode.entries.slice();
  });
  const live = computed(() => views.value(entries.value.length));
  const at = computed(() => (moment.value === 'live' ? entries.value.length : moment.value));
  const shown = computed(() => views.value(at.value));
  const situation = computed(() => situationOf(attempt.value.order, attempt.value.here, live.value));
  /** The same for the moment that is shown. */
  const then = computed(() => situationOf(attempt.value.order, attempt.value.here, shown.value));
  const warning = computed(() => {
    const isBobHere = attempt.value.here.includes('bob');
    const isOpen = situation.value.is !== 'broken' && situation.value.is !== 'given-up';
    return isOpen ? warningOf(live.value.progress, isBobHere ? browserOf(navigator.userAgent) : undefined) : undefined;
  });
  const isBusy = computed(() => {
    void count.value;
    return attempt.value.runner.isBusy;
  });
  const next = computed(() => nextOf(attempt.value.order, shown.value.progress));

  return {
    ...{ moment, entries, at, shown, live, situation, then, next, warning, isBusy, changed },
    /** How it stands at this very instant, drawn or not. */
    now() {
      const { episode, order, here } = attempt.peek();
      return { view: views.peek()(episode.entries.length), order, here };
    },
  };
}
