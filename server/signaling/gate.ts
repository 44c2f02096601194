/** Keeps back what comes before it is opened. */
export function gate<Item>(send: (item: Item) => void) {
  let kept: Item[] | undefined = [];
  return {
    pass: (item: Item) => (kept ? void kept.push(item) : send(item)),
    open(first: readonly Item[]) {
      const all = [...first, ...(kept ?? [])];
      kept = undefined;
      for (const item of all) send(item);
    },
  };
}
