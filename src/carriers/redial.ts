import type { Refused } from '../../protocol/refusal.ts';

// At once, since most connections are lost for a moment; and then patiently, but never so that somebody waits for long.
const delaysMs = [0, 200, 400, 800];
const last = delaysMs.at(-1)!;

/** Waits until it is time for the nth try, or until the browser says that there is a network again. */
export function untilNextTry(nth: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Not all in the same moment, after a server that was restarted.
  const delayMs = (delaysMs[nth] ?? last) * (0.75 + Math.random() / 2);
  const timer = setTimeout(resolve, delayMs);
  const over = new AbortController();
  for (const [target, event] of [
    [globalThis, 'online'],
    [signal, 'abort'],
  ] as const)
    target.addEventListener?.(event, () => resolve(), { signal: over.signal });
  return promise.finally(() => {
    clearTimeout(timer);
    over.abort();
  });
}

/** Whether somebody who was turned away for this may be let in later. */
export const passes = ({ refusal: { reason } }: Refused) => ['house-full', 'too-fast', 'server-error'].includes(reason);
