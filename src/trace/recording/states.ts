import type { Note, States } from './kind.ts';
import { ownKeys } from './natives.ts';

/** Looks whether a state has changed since the last look; `of` is the call that may have changed it. */
export type Look = (of?: string) => void;

/** Notes each state at the first look, and whenever it differs from the last one: close() fires no event. */
export function watchStates(states: States, object: object, note: (note: Note) => void): Look {
  const names = ownKeys(states) as string[];
  const last: unknown[] = [];
  return (of) => {
    for (let index = 0; index < names.length; index++) {
      const name = names[index]!;
      const state = states[name]!(object);
      if (state === last[index]) continue;
      last[index] = state;
      note({ what: 'state', name, body: state, of });
    }
  };
}
