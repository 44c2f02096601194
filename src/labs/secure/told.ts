import { codes } from './abilities.ts';
import type { Findings } from './look.ts';

/** What the other page says of itself. */
export type Told = { from: string; findings: Findings };

/** The other end of a channel is a stranger: what does not look like findings is none. */
export function readTold(text: string): Told | undefined {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { from, ...rest } = (said ?? {}) as Record<string, unknown>;
  if (typeof from !== 'string' || from.length > 100) return undefined;
  if (!codes.every((code) => typeof rest[code] === 'boolean')) return undefined;
  return { from, findings: Object.fromEntries(codes.map((code) => [code, rest[code]])) as Findings };
}
