import type { Desk } from './desk.ts';

const name = 'trickle:by-hand';

/**
 * A phone's camera opens a link in a window of its own, and the offer was written in another. They are pages of one
 * browser, so the newer one can hand the answer to the older.
 */
export function handOver(answer: string, signal: AbortSignal) {
  const windows = new BroadcastChannel(name);
  signal.addEventListener('abort', () => windows.close());
  return new Promise<void>((taken) => {
    windows.onmessage = ({ data }) => {
      if (data.taken === answer) taken();
    };
    windows.postMessage({ answer });
  });
}

export function waitForAnswer(desk: Desk, signal: AbortSignal) {
  const windows = new BroadcastChannel(name);
  signal.addEventListener('abort', () => windows.close());
  windows.onmessage = async ({ data: { answer } }) => {
    // Each window that wrote an offer hears of it: the answer says whose it is.
    const offered = desk.offered();
    if (typeof answer !== 'string' || offered === undefined || !answer.includes(`"answers":"${offered}"`)) return;
    if ('letter' in (await desk.take('alice', answer))) windows.postMessage({ taken: answer });
  };
}
