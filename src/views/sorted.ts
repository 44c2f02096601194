/** Items in order, in chunks. Putting one in makes a new list that shares every other chunk with the old one. */
export type Sorted<Item> = { readonly size: number; readonly chunks: readonly (readonly Item[])[] };

export const none: Sorted<never> = { size: 0, chunks: [] };

const longest = 64;

/** What can be done with lists that are in the order of one key. */
export function sortedBy<Item, Key>(keyOf: (item: Item) => Key, compare: (a: Key, b: Key) => number) {
  /** Where `key` is, or would be put. */
  function seek({ chunks }: Sorted<Item>, key: Key): [chunk: number, place: number] {
    const chunk = Math.max(0, firstBelow(chunks, (items) => compare(keyOf(items[0]!), key) > 0) - 1);
    return [chunk, firstBelow(chunks[chunk] ?? [], (item) => compare(keyOf(item), key) >= 0)];
  }

  function find(list: Sorted<Item>, key: Key): Item | undefined {
    const [chunk, place] = seek(list, key);
    const item = list.chunks[chunk]?.[place];
    return item !== undefined && compare(keyOf(item), key) === 0 ? item : undefined;
  }

  /** Puts an item where its key belongs, over the one that had that key. */
  function put(list: Sorted<Item>, item: Item): Sorted<Item> {
    const { size, chunks } = list;
    if (size === 0) return { size: 1, chunks: [[item]] };
    const key = keyOf(item);
    const [at, place] = seek(list, key);
    const chunk = chunks[at]!;
    const there = chunk[place];
    if (there !== undefined && compare(keyOf(there), key) === 0) {
      return { size, chunks: chunks.with(at, chunk.with(place, item)) };
    }
    // A full last chunk stays full: a trace mostly grows at its end.
    if (place === longest && at === chunks.length - 1) return { size: size + 1, chunks: [...chunks, [item]] };
    const grown = chunk.toSpliced(place, 0, item);
    const parts = grown.length <= longest ? [grown] : [grown.slice(0, longest / 2), grown.slice(longest / 2)];
    return { size: size + 1, chunks: chunks.toSpliced(at, 1, ...parts) };
  }

  /** How many items stand before `key`. */
  function indexOf(list: Sorted<Item>, key: Key): number {
    const [at, place] = seek(list, key);
    return list.chunks.slice(0, at).reduce((sum, { length }) => sum + length, place);
  }

  return { find, put, indexOf };
}

/** The items from index `from` up to, but not including, `to`. */
export function slice<Item>({ chunks }: Sorted<Item>, from = 0, to = Number.POSITIVE_INFINITY): Item[] {
  const found: Item[] = [];
  let before = 0;
  for (const chunk of chunks) {
    if (before >= to) break;
    if (before + chunk.length > from) found.push(...chunk.slice(Math.max(0, from - before), to - before));
    before += chunk.length;
  }
  return found;
}

export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function firstBelow<Item>(items: readonly Item[], isBelow: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelow(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
