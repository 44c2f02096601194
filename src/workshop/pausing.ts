import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ClassView } from '../../protocol/workshop/views.ts';
import { pauseLabs } from '../labs/pause.ts';
import { lostForLong } from './lost-for-long.ts';
import type { Member } from './member.ts';

type Means = { member: Member; view: ReadonlySignal<ClassView | undefined>; leaving: AbortSignal };

/** The labs of this page wait for as long as the class is paused, and somebody is there to end it. */
export function openPausing({ member, view, leaving }: Means) {
  const isLost = lostForLong(member.standing, leaving);
  const isOn = computed(() => Boolean(view.value?.isFrozen) && member.over.value === '' && !isLost.value);
  /** Somebody has pressed something all the same. */
  const isTried = signal(false);
  const end = effect(() => {
    if (!isOn.value) return undefined;
    const over = new AbortController();
    isTried.value = false;
    pauseLabs({ tried: () => (isTried.value = true), signal: over.signal });
    return () => over.abort();
  });
  leaving.addEventListener('abort', end);
  return { isOn, isTried };
}
