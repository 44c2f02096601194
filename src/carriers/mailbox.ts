/** Keeps what comes, in order, until somebody listens. */
export function openMailbox<Item>() {
  let kept: Item[] | undefined = [];
  let listener: (item: Item) => void = () => {};
  return {
    put: (item: Item) => (kept ? void kept.push(item) : listener(item)),
    listen(hear: (item: Item) => void) {
      listener = hear;
      // What comes while this is read out goes to the end of it.
      for (let item = kept?.shift(); item !== undefined; item = kept?.shift()) hear(item);
      kept = undefined;
    },
  };
}
