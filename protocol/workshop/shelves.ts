const width = 32;

type Shelf<Value> = readonly (readonly [key: string, value: Value])[];

/**
 * A map that never changes, in the order in which its keys came. With one value replaced it is another, which shares all
 * shelves but one with the first: of a thousand learners one acts, and the others need not be copied.
 */
export class Shelves<Value> {
  readonly #places: ReadonlyMap<string, number>;
  readonly #shelves: readonly Shelf<Value>[];

  private constructor(places: ReadonlyMap<string, number>, shelves: readonly Shelf<Value>[]) {
    this.#places = places;
    this.#shelves = shelves;
  }

  static of<Value>(entries: Iterable<readonly [string, Value]> = []): Shelves<Value> {
    const all = [...new Map(entries)];
    const shelves = Array.from({ length: Math.ceil(all.length / width) }, (_, nth) =>
      all.slice(nth * width, (nth + 1) * width),
    );
    return new Shelves(new Map(all.map(([key], place) => [key, place])), shelves);
  }

  get size(): number {
    return this.#places.size;
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): Value | undefined {
    const place = this.#places.get(key);
    return place === undefined ? undefined : this.#shelves[Math.floor(place / width)]![place % width]![1];
  }

  with(key: string, value: Value): Shelves<Value> {
    const known = this.#places.get(key);
    const place = known ?? this.size;
    const [shelf, nth] = [Math.floor(place / width), place % width];
    const shelves = [...this.#shelves];
    shelves[shelf] = (shelves[shelf] ?? []).toSpliced(nth, 1, [key, value]);
    return new Shelves(known === undefined ? new Map(this.#places).set(key, place) : this.#places, shelves);
  }

  without(key: string): Shelves<Value> {
    return this.has(key) ? Shelves.of([...this].filter(([other]) => other !== key)) : this;
  }

  *[Symbol.iterator](): Generator<readonly [string, Value]> {
    for (const shelf of this.#shelves) yield* shelf;
  }

  *keys(): Generator<string> {
    for (const [key] of this) yield key;
  }

  *values(): Generator<Value> {
    for (const [, value] of this) yield value;
  }
}
