import { limits } from '../../../protocol/limits.ts';
import type { About } from './two-party.ts';

/** What a page needs to be who it was before it was loaded anew. */
export type Before = {
  room: string;
  who: string;
  token: string | undefined;
  /** The seat of the one to whom it was talking. */
  partner: string | undefined;
  about: About;
};

const key = 'trickle:call';

/** Of this window alone, and only for as long as its seat is kept. */
export function keepForLater(before: Before) {
  try {
    sessionStorage.setItem(key, JSON.stringify({ ...before, at: Date.now() }));
  } catch {
    // Full, or forbidden: then a page that is loaded anew is a new one.
  }
}

export function before(): Before | undefined {
  try {
    const { at, ...before } = JSON.parse(sessionStorage.getItem(key)!) as Before & { at: number };
    sessionStorage.removeItem(key);
    return Date.now() - at < limits.graceMs ? before : undefined;
  } catch {
    return undefined;
  }
}
