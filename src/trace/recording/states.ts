import type { Note } from './kind.ts';
import { each, ownKeys } from './natives.ts';

/** Looks whether a state has changed since the last look; `of` is the call that may have changed it. */
export type Look = (of?: string) => void;

/** Notes each state at the first look, and whenever it differs from the last one: close() fires no event. */
export function watchStates(states: Readonly<Record<string, () => unknown>>, note: (note: Note) => void): Look {
  const names = ownKeys(states) as string[];
  const last: unknown[] = [];
  return (of) =>
    each(names, (name, index) => {
      const state = states[name]!();
      if (state === last[index]) return;
      last[index] = state;
      note({ what: 'state', name, body: state, of });
    });
}
