import { type Progress, statusOf } from './progress.ts';

/** A browser whose patience was measured. */
export type Browser = 'chromium' | 'firefox';

export const browserOf = (agent: string): Browser | undefined =>
  /Firefox\//.test(agent) ? 'firefox' : /Chrome\//.test(agent) ? 'chromium' : undefined;

/** What Bob's browser waits for in vain, once he has set his answer: that, or nothing. */
export type Wanting = 'candidates' | 'answer';

export function wantingOf(progress: Progress): Wanting | undefined {
  const isDone = (key: string) => statusOf(progress, { key }) === 'done';
  // Step 16 begins it, and whoever is about to take that should know.
  if (!isDone('15') || isDone('22')) return undefined;
  if (!isDone('add')) return 'candidates';
  return isDone('16') ? 'answer' : undefined;
}

/** Who gives up for want of it, and the other goes on waiting: for more than five minutes, in any case. */
const impatient: Record<Wanting, Browser> = { candidates: 'firefox', answer: 'chromium' };

/** What to know before one waits here; nothing where Bob's browser is a patient one. `bobs` is unknown if he is elsewhere. */
export function warningOf(progress: Progress, bobs: Browser | undefined): string | undefined {
  const wanting = wantingOf(progress);
  if (!wanting || (bobs && bobs !== impatient[wanting])) return undefined;
  return wanting === 'candidates'
    ? 'Do not wait long here. Firefox mostly gives up five seconds after step 16, if Bob has no candidate of Alice by then.'
    : 'Bob’s browser waits for Alice now. Chromium gives up some 220 seconds after step 16, if she has not taken step 22 by then.';
}

/** Why a browser gave up. */
export function reasonOf(progress: Progress): string {
  switch (wantingOf(progress)) {
    case 'candidates':
      return 'A browser does not wait for ever. Bob’s answer was set, and five seconds later there was no candidate of Alice: Firefox then has nothing to try, and gives up. Chromium would have waited.';
    case 'answer':
      return 'A browser does not wait for ever. Bob’s browser could reach Alice, but she has not set his answer, and so did not agree on keys with him. After some 220 seconds Chromium takes that for a failure. Firefox would have waited.';
    case undefined:
      return 'The two tried every pair of addresses that they knew of, and none of them works, or none works any more.';
  }
}
