/** Something to put in the place of a part of a text. */
export type Edit = { start: number; end: number; put: string };

/** The text with every edit made; no two of them may overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let done = '';
  let at = 0;
  for (const { start, end, put } of edits.toSorted((one, other) => one.start - other.start)) {
    done += text.slice(at, start) + put;
    at = end;
  }
  return done + text.slice(at);
}

type Place = { start: number; end: number };

/** Places may overlap: the longer one stands and grows over what sticks out of it, so that nothing is left; `size` is what it had. */
export function united<P extends Place>(places: readonly P[]): (P & { size: number })[] {
  const united: (P & { size: number })[] = [];
  for (const place of places.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const before = united.at(-1);
    if (before && place.start < before.end) before.end = Math.max(before.end, place.end);
    else united.push({ ...place, size: place.end - place.start });
  }
  return united;
}

/** Tells whether a place touches one of these, no two of which overlap. */
export function touching(places: readonly Place[]): (place: Place) => boolean {
  const sorted = places.toSorted((one, other) => one.start - other.start);
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.end > start) high = middle;
      else low = middle + 1;
    }
    return low < sorted.length && sorted[low]!.start < end;
  };
}

/** All of the first edits, and of the others those that do not touch them. */
export function layered(first: readonly Edit[], others: readonly Edit[]): Edit[] {
  const touches = touching(first);
  return [...first, ...others.filter((other) => !touches(other))];
}
