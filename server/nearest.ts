/** How many letters have to be put in, taken out or exchanged to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= b.length; column++) {
      const exchanged = row[column - 1]! + (letter === b[column - 1] ? 0 : 1);
      next.push(Math.min(exchanged, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** The word that was probably meant, if any is near enough for that. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const near = words
    .map((word) => ({ word, far: distance(typed.slice(0, 40).toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, far }) => far <= word.length / 2)
    .sort((a, b) => a.far - b.far);
  return near[0]?.word;
}
