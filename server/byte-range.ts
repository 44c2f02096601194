export type ByteRange = { start: number; end: number };

/**
 * The one range that a request asks for (RFC 9110 §14.1.2). `undefined` sends everything, which a server may always
 * do: that is the answer to several ranges at once and to what cannot be read.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (!first && !last)) return;
  if (first && last && Number(first) > Number(last)) return;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return start >= size || start > end ? 'unsatisfiable' : { start, end };
}
