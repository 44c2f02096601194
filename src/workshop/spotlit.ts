import { signal } from '@preact/signals';
import type { Entry } from '../../protocol/entry.ts';
import type { Watched } from '../views/pictures/use-entries.ts';
import type { SpotlitPart } from './line.ts';

export type Spotlit = ReturnType<typeof openSpotlit>;

/** What a console or a projector has been shown of the lab in the spotlight: each spotlight has a list of its own. */
export function openSpotlit() {
  const shown = signal<{ id: string; trace: Growing } | undefined>(undefined);
  return {
    shown,
    take({ spotlight, entries }: SpotlitPart) {
      if (shown.peek()?.id !== spotlight) shown.value = { id: spotlight, trace: growing() };
      shown.peek()!.trace.take(entries);
    },
  };
}

type Growing = ReturnType<typeof growing>;

/** Entries in the order in which they came. Those that came before are left out: who was cut off is shown everything again. */
function growing(): Watched & { take(arrived: readonly Entry[]): void } {
  const entries: Entry[] = [];
  const ids = new Set<string>();
  const listeners = new Set<(entry: Entry) => void>();
  return {
    entries,
    take(arrived) {
      for (const one of arrived) {
        if (ids.has(one.id)) continue;
        ids.add(one.id);
        const entry = { ...one, seq: entries.length };
        entries.push(entry);
        for (const listener of listeners) listener(entry);
      }
    },
    follow(listener, signal) {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  };
}
