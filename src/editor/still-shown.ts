type Lines = [first: number, last: number];

/**
 * Where the quoted lines stand in a version of their file: those between what stood before them and behind them. All of
 * it, where that was changed as well.
 */
export function stillShown(built: string, version: string, [first, last]: Lines): Lines | undefined {
  const [old, now] = [built.trimEnd().split('\n'), version.trimEnd().split('\n')];
  const behind = Math.max(old.length - last, 0);
  const shown: Lines = [first, now.length - behind];
  if (shown[1] < first || (first === 1 && behind === 0)) return undefined;
  const isSame = (from: number, to: number, nowFrom: number) =>
    old.slice(from, to).join('\n') === now.slice(nowFrom, nowFrom + to - from).join('\n');
  return isSame(0, first - 1, 0) && isSame(last, old.length, shown[1]) ? shown : undefined;
}
