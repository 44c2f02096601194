import type { Entry } from '../../../protocol/entry.ts';
import type { KeptTrace } from './kept-traces.ts';

// A page that goes has no time for a database. It leaves what it recorded last to the next page of its tab.

type Unkept = Omit<KeptTrace, 'file'> & { entries: readonly Entry[] };

const drawer = 'trickle:unkept';

export function leaveUnkept(trace: Unkept) {
  try {
    sessionStorage.setItem(drawer, JSON.stringify(trace));
  } catch {
    // There is no room for it: what was written down so far is there.
  }
}

export function takeUnkept(): Unkept | undefined {
  try {
    const left = JSON.parse(sessionStorage.getItem(drawer)!) as Unkept | null;
    sessionStorage.removeItem(drawer);
    return left ?? undefined;
  } catch {
    return undefined;
  }
}
