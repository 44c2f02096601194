import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Member } from './member.ts';

/** After so long nobody waits for an instructor who cannot be heard. */
export const patienceMs = 60_000;

/** Whether there has been no connection to the class for a while. */
export function lostForLong(standing: Member['standing'], leaving: AbortSignal): ReadonlySignal<boolean> {
  const isLost = signal(false);
  const end = effect(() => {
    if (standing.value === 'connected') {
      isLost.value = false;
      return undefined;
    }
    const timer = setTimeout(() => (isLost.value = true), patienceMs);
    return () => clearTimeout(timer);
  });
  leaving.addEventListener('abort', end);
  return isLost;
}
