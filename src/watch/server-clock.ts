import type { Here } from '../../protocol/here.ts';

const questions = 4;

/**
 * What to add to the server's times to read this browser's clock: a phone may be an hour off. Each answer was given after
 * the question and before it came, and some are quicker than others.
 */
export async function serverClock(signal: AbortSignal): Promise<number> {
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let question = 0; question < questions; question++) {
    const asked = Date.now();
    const { now }: Here = await (await fetch('/api/here', { signal })).json();
    least = Math.max(least, asked - now);
    most = Math.min(most, Date.now() - now);
  }
  return between(least, most);
}

/** No difference where there need be none, as at one machine; else the middle. */
export const between = (least: number, most: number) => (least <= 0 && most >= 0 ? 0 : Math.round((least + most) / 2));
