/** What is left once every file is taken out that imports none of the others, or that none of the others imports. */
export function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map(imports);
  for (;;) {
    const wanted = new Set([...left.values()].flat());
    const free = [...left].filter(
      ([file, targets]) => !wanted.has(file) || !targets.some((target) => left.has(target)),
    );
    if (free.length === 0) return [...left.keys()];
    for (const [file] of free) left.delete(file);
  }
}
