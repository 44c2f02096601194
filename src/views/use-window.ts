import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** As many rows as are drawn without further ado: so many can be searched, selected and printed as a whole. */
const all = 200;
const margin = 30;

export type RowWindow = ReturnType<typeof useWindow>;

/**
 * Which rows of a long list to draw: those in sight and some around them. All rows are of one height. Row `now` is kept
 * in sight for as long as the reader has not scrolled it out of sight.
 */
export function useWindow(total: number, now: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const [middle, setMiddle] = useState(now);

  const measure = () => {
    const { scrollTop, clientHeight } = scroller.current!;
    const row = scroller.current!.querySelector<HTMLElement>('[data-row]')?.offsetHeight ?? 0;
    const heads = scroller.current!.querySelector<HTMLElement>('[data-heads]')?.offsetHeight ?? 0;
    return { top: scrollTop, height: clientHeight - heads, row };
  };

  function reveal(index: number) {
    const { top, height, row } = measure();
    if (!row || index < 0) return;
    const lowest = Math.max(0, index * row - row);
    const highest = index * row + 2 * row - height;
    if (top > lowest || top < highest) scroller.current!.scrollTop = top > lowest ? lowest : highest;
  }

  /** A row that is not drawn yet is by the next frame. */
  function focus(index: number, selector: string) {
    reveal(index);
    const find = () => scroller.current?.querySelector<HTMLElement>(selector);
    const there = find();
    if (there) there.focus({ preventScroll: true });
    else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
  }

  function onScroll() {
    // An event that was on its way when the picture went still comes.
    if (!scroller.current) return;
    const { top, height, row } = measure();
    if (!row) return;
    follows.current = now * row < top + height + row && (now + 1) * row > top - row;
    const seen = Math.round((top + height / 2) / row);
    if (Math.abs(seen - middle) > margin / 3) setMiddle(seen);
  }

  useLayoutEffect(() => {
    if (follows.current) reveal(now);
  }, [now, total]);

  if (total <= all) return { scroller, onScroll, focus, from: 0, to: total };
  const from = Math.max(0, Math.min(middle, total) - all / 2);
  return { scroller, onScroll, focus, from, to: Math.min(total, from + all) };
}
