import { randomInt } from 'node:crypto';
import { type Rate, tokenBucket } from '../token-bucket.ts';

const mostWaiting = 2_000;

/** How somebody's try went: only what was wrong counts. */
export type Turn = { right(): void };

/**
 * Tries that go wrong are limited for the whole house, and nobody is shut out: when too many guess, everybody waits for
 * a turn, and who comes next is drawn by lot. So a class behind the address of one who guesses is slowed down at worst,
 * and it makes no difference over how many addresses somebody spreads their guesses.
 */
export function turnstile(rate: Rate, patienceMs: number, now: () => number) {
  const bucket = tokenBucket(rate, now);
  const waiting: { go(turn: Turn | undefined): void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function take(): Turn {
    bucket.take();
    return {
      right() {
        bucket.giveBack();
        callNext();
      },
    };
  }

  function callNext() {
    clearTimeout(timer);
    while (waiting.length > 0 && bucket.waitMs() === 0) {
      const [lucky] = waiting.splice(randomInt(waiting.length), 1);
      lucky!.go(take());
    }
    if (waiting.length > 0) timer = setTimeout(callNext, Math.max(1, bucket.waitMs())).unref();
  }

  return {
    /** A turn, at once or after a while; none for those who have waited for too long. */
    enter(): Promise<Turn | undefined> {
      if (waiting.length === 0 && bucket.waitMs() === 0) return Promise.resolve(take());
      // Whoever has to go without a turn is drawn by lot as well, or those who came first would keep all others out.
      if (waiting.length >= mostWaiting) waiting[randomInt(waiting.length)]!.go(undefined);
      const { promise, resolve } = Promise.withResolvers<Turn | undefined>();
      const patience = setTimeout(() => one.go(undefined), patienceMs).unref();
      const one = {
        go(turn: Turn | undefined) {
          clearTimeout(patience);
          const place = waiting.indexOf(one);
          if (place >= 0) waiting.splice(place, 1);
          resolve(turn);
        },
      };
      waiting.push(one);
      callNext();
      return promise;
    },
  };
}
