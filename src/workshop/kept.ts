import type { PairView } from '../../protocol/workshop/views.ts';

/** What this browser keeps of a workshop: never in a path or a query, and for all of its tabs. */

/** A seat, or the wish for one: `ticket` makes whoever asks twice one learner. */
export type KeptSeat = {
  code: string;
  ticket: string;
  name: string;
  invitation?: string | undefined;
  /** Said on another device to take its seat over; good once. */
  word?: string | undefined;
  token?: string | undefined;
  /** The last message that was read, and the last lead that was followed, by whichever tab. */
  read?: number;
  led: number;
  /** The last question to the class that was put away. */
  votePutAway?: string;
  /** With whom they were when that was told last: a page that is loaded anew knows it before the server answers. */
  pair?: PairView | null;
};

/** What its instructor holds. */
export type KeptKey = { code: string; key: string; console: string; name: string };

/** What a helper holds: the pass says of which workshop. */
export type KeptHelper = { code: ''; pass: string; console: string; name: string };

const drawers = { seat: 'trickle:seat', key: 'trickle:workshop', helper: 'trickle:helper' } as const;
type Kept = { seat: KeptSeat; key: KeptKey; helper: KeptHelper };

export function kept<What extends keyof Kept>(what: What): Kept[What] | undefined {
  try {
    const value = JSON.parse(localStorage.getItem(drawers[what])!) as Kept[What] | null;
    return typeof value?.code === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this browser could keep it. */
export function keep<What extends keyof Kept>(what: What, value: Kept[What]): boolean {
  try {
    localStorage.setItem(drawers[what], JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function forget(what: keyof Kept) {
  try {
    localStorage.removeItem(drawers[what]);
  } catch {
    // Nothing was kept either.
  }
}

/** Only what is said here is changed: another tab may have changed the rest. */
export function amend<What extends keyof Kept>(what: What, change: Partial<Kept[What]>) {
  const before = kept(what);
  if (before) keep(what, { ...before, ...change });
}
