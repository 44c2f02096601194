import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** How often the order is looked at, and for how long nobody must have been at the list before it changes. */
const lookMs = 1_000;
const quietMs = 2_000;

/** What stands still: nothing, everything, or some. */
export type Held = 'all' | ReadonlySet<string>;
export const nothing: Held = new Set();

/**
 * The order as wanted, but what is held keeps its place, and stays even if it is not wanted any more. Who is new while
 * all are held comes last.
 */
export function settled(before: readonly string[], wanted: readonly string[], held: Held): readonly string[] {
  if (held === 'all') {
    const known = new Set(before);
    return [...before, ...wanted.filter((one) => !known.has(one))];
  }
  const order = wanted.filter((one) => !held.has(one));
  for (const [nth, one] of before.entries()) if (held.has(one)) order.splice(nth, 0, one);
  return order;
}

/** Wanted changes all the time; a card that somebody is about to press must not. What is asked for is had at once. */
export function useCalmOrder(list: RefObject<HTMLElement | null>, wanted: readonly string[], asked: string) {
  const shown = useRef<readonly string[]>([]);
  const before = useRef(asked);
  const lastAct = useRef(-Infinity);
  const isDue = useRef(true);
  const [, look] = useState(0);

  useEffect(() => {
    const timer = setInterval(() => {
      isDue.current = true;
      look((count) => count + 1);
    }, lookMs);
    const stopping = new AbortController();
    const act = () => void (lastAct.current = performance.now());
    for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const)
      list.current!.addEventListener(event, act, { signal: stopping.signal, passive: true });
    return () => {
      clearInterval(timer);
      stopping.abort();
    };
  }, [list]);

  const isQuiet = () =>
    performance.now() - lastAct.current >= quietMs && !list.current?.querySelector(':focus-visible');
  let held: Held = 'all';
  if (asked !== before.current || shown.current.length === 0) held = nothing;
  else if (isDue.current && isQuiet()) held = underHand(list.current);
  before.current = asked;
  isDue.current = false;
  shown.current = settled(shown.current, wanted, held);
  return shown.current;
}

/** The pointer lies on it, or it was the last to be pressed. */
const underHand = (list: HTMLElement | null): Held =>
  new Set([...(list?.querySelectorAll<HTMLElement>(':scope > :is(:hover, :focus-within)') ?? [])].map(seatOf));

const seatOf = ({ dataset }: HTMLElement) => dataset.seat!;
