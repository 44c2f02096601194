/** How many bytes a message weighs: as it was counted, or as it would be written. */
export function bytesOf(body: unknown): number | undefined {
  if (body === undefined) return undefined;
  if (isRecord(body) && typeof body.bytes === 'number') return body.bytes;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)).length;
}

/** '812 B', '4.1 KB', '1.2 MB'. */
export function size(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_950) return `${(bytes / 1_000).toFixed(bytes < 99_950 ? 1 : 0)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
