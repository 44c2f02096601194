import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** To which of these a key leads: they stand in rows of so many, and a letter finds the next whose name begins with it. */
export function nextOf(key: string, at: number, names: readonly string[], perRow: number): number | undefined {
  const last = names.length - 1;
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    // Below the last but one row there may be nothing just there, but there is a row.
    ArrowDown: at - (at % perRow) + perRow > last ? undefined : Math.min(at + perRow, last),
    ArrowUp: at - perRow,
    Home: 0,
    End: last,
  }[key];
  if (to !== undefined) return to >= 0 && to <= last ? to : undefined;
  if (!/^[\p{L}\p{N}]$/u.test(key)) return undefined;
  const after = [...names.keys()].map((nth) => (at + 1 + nth) % names.length);
  return after.find((nth) => names[nth]!.toLowerCase().startsWith(key.toLowerCase()));
}

/**
 * Of all cards one is reached with Tab, and from it the others with arrows, Home, End and letters: a large class is one
 * stop on the way to what stands after it. The seat of whoever had the focus last.
 */
export function useRoving(list: RefObject<HTMLElement | null>): string {
  const [at, setAt] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    list.current!.addEventListener('keydown', move, { signal });
    list.current!.addEventListener('focusin', ({ target }) => setAt(cardOf(target)?.dataset.seat ?? ''), { signal });
    return () => leaving.abort();
  }, [list]);
  return at;
}

const cardOf = (target: EventTarget | null) => (target as HTMLElement).closest<HTMLElement>('.learner');
const doorOf = (card: HTMLElement) => card.querySelector('button');

function move(event: KeyboardEvent) {
  const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
  const card = cardOf(target);
  if (!card || ctrlKey || metaKey || altKey) return;
  if (key === 'Escape' && card.dataset.open === 'true') {
    doorOf(card)!.focus();
    return doorOf(card)!.click();
  }
  if (target !== doorOf(card)) return;
  const cards = [...(currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.learner:has(button)')];
  const names = cards.map((one) => one.querySelector('h4')!.textContent);
  const next = nextOf(key, cards.indexOf(card), names, perRow(cards));
  if (next === undefined) return;
  event.preventDefault();
  doorOf(cards[next]!)!.focus();
}

const perRow = (cards: readonly HTMLElement[]) =>
  cards.filter(({ offsetTop }) => offsetTop === cards[0]!.offsetTop).length;
