import { EndlessLoop } from './problem.ts';

/** How long a page may stand still before a loop is taken for an endless one. */
const patienceMs = 2_000;

/** Counts the time since the page last breathed: its timers and messages had their turn. */
export function createGuard(now: () => number, whenIdle: (then: () => void) => void) {
  let since: number | undefined;
  return function turn(line: number) {
    if (since === undefined) {
      since = now();
      whenIdle(() => {
        since = undefined;
      });
    } else if (now() - since > patienceMs) throw new EndlessLoop(line, patienceMs);
  };
}

/** Behind everything that waits already. Not by a timer: in a page that nobody looks at they come once a minute. */
export function afterMessages() {
  const { port1, port2 } = new MessageChannel();
  let then = () => {};
  port1.onmessage = () => then();
  return (next: () => void) => {
    then = next;
    port2.postMessage(0);
  };
}
