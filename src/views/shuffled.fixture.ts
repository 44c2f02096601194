/** In an order that is told, so that it can be tried again. */
export function shuffled<Item>(items: Iterable<Item>, seed = Math.floor(Math.random() * 2 ** 31)): Item[] {
  console.log(`shuffled with seed ${seed}`);
  let state = seed;
  // A linear congruential generator, with the numbers of Numerical Recipes.
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return [...items]
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
