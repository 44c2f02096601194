/** What a reader may take along, bring back and forget: where they are in the book, and what they answered. */
export const keptKeys = ['trickle:lessons', 'trickle:answers'] as const;

type Kept = Partial<Record<(typeof keptKeys)[number], Record<string, unknown>>>;

export const writeKept = (kept: Kept, at: Date) => JSON.stringify({ trickleProgress: 1, at: at.toISOString(), kept });

/** What a file holds, or why it is none of ours. */
export function readKept(text: string): { kept: Kept } | { problem: string } {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { problem: 'This file holds no progress: it is no JSON, or was cut off.' };
  }
  const { trickleProgress: version, kept } = Object(file) as { trickleProgress?: unknown; kept?: unknown };
  if (version === undefined) return { problem: 'This file holds no progress. One that does was saved on this page.' };
  if (version !== 1)
    return { problem: 'This file was saved by a newer Trickle than this one, and cannot be read here.' };
  const found = keptKeys.map((key) => [key, (Object(kept) as Kept)[key]] as const);
  if (!found.every(([, value]) => value === undefined || isRecord(value)))
    return { problem: 'This file is damaged: what it says of lessons or answers cannot be read.' };
  return { kept: Object.fromEntries(found.filter(([, value]) => value)) };
}

const isRecord = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.values(value).every((each) => typeof each === 'object');
