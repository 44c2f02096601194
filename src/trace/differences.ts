/** `most[u][v]`: the most by which v may exceed u; infinite where nothing is known. */
export type Matrix = number[][];

/** Everything that follows from the bounds: by way of a third, the two may be bound more tightly. */
export function closed(most: Matrix): Matrix {
  const known = most.map((row) => [...row]);
  for (let via = 0; via < known.length; via++) {
    for (const [from, row] of known.entries()) {
      for (let to = 0; to < row.length; to++) row[to] = Math.min(row[to]!, row[via]! + known[via]![to]!);
      // What rounding leaves of a circle would else add up with every round.
      row[from] = 0;
    }
  }
  return known;
}

/**
 * The bounds, if they contradict each other all loosened by the least amount that makes peace. Clocks that run at
 * different speeds, or were set during the call, make messages seem to arrive before they were sent.
 */
export function peaceable(most: Matrix): Matrix {
  const excess = Math.max(0, -leastMeanOfCycles(most));
  return most.map((row, u) => row.map((bound, v) => (u === v ? bound : bound + excess)));
}

/**
 * Bounds contradict each other where going round a circle of them sums up to less than nothing; the worst mean per
 * bound is what each has to yield. Found by R. M. Karp's theorem (1978) from the shortest walks of 0 to n bounds.
 */
function leastMeanOfCycles(most: Matrix): number {
  const size = most.length;
  const walks = [most.map(() => 0)];
  for (let length = 1; length <= size; length++) {
    const before = walks.at(-1)!;
    walks.push(
      most.map((_, v) =>
        Math.min(...before.map((sum, u) => (u === v ? Number.POSITIVE_INFINITY : sum + most[u]![v]!))),
      ),
    );
  }
  const longest = walks.pop()!;
  const means = longest.map((sum, v) => {
    if (sum === Number.POSITIVE_INFINITY) return sum;
    return Math.max(...walks.map((walk, length) => (sum - walk[v]!) / (size - length)));
  });
  return Math.min(...means);
}
