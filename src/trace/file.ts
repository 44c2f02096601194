import * as z from 'zod/mini';
import type { Entry } from '../../protocol/entry.ts';
import { entrySchema } from '../../protocol/entry-schema.ts';
import { isDeeper } from '../../protocol/is-deeper.ts';
import { kindOfText } from './file-kind.ts';
import type { Damage, FileProblem } from './file-problem.ts';

/** The version of the format, in the first line of every file. A file with a greater one is from a newer Trickle. */
export const version = 1;
/** In bytes. A long lesson fills some ten million. */
export const largest = 50_000_000;
/** No recorder nests so deep, and whoever walks through a body may go one step down for each level. */
const deepest = 100;

/** A trace as it is kept: when it was recorded (ISO 8601), whose clock is how far off, and what happened. */
export type TraceFile = { recorded: string; offsets: Record<string, number>; entries: Entry[] };

/** What could not be read keeps what stood before the damage: every prefix of a trace is a trace. */
export type Reading = { ok: true; file: TraceFile } | { ok: false; problem: FileProblem; readable?: TraceFile };

const headSchema = z.object({
  trickle: z.literal(version),
  offsets: z.record(z.string(), z.number()),
  recorded: z.string().check(z.refine((time) => !Number.isNaN(Date.parse(time)))),
});

export function writeTrace({ recorded, offsets, entries }: TraceFile): string {
  const head: z.input<typeof headSchema> = { trickle: version, offsets, recorded };
  return [head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Reads what was dropped or chosen, and never throws. */
export async function readTraceFile(blob: Blob): Promise<Reading> {
  if (blob.size > largest) return { ok: false, problem: { reason: 'too-large', bytes: blob.size, largest } };
  return blob
    .text()
    .then(readTrace, (error: Error) => ({ ok: false, problem: { reason: 'gone', said: error.message } }));
}

/** Reads what was pasted, and never throws. */
export function readTrace(text: string): Reading {
  if (text.length > largest) return { ok: false, problem: { reason: 'too-large', bytes: text.length, largest } };
  const [first = '', ...rest] = text.replace(/^\uFEFF/, '').split('\n');
  const head = parsed(first);
  if (!isHead(head)) return { ok: false, problem: problemOfHead(first, rest.length === 0, text) };
  if (head.trickle > version) return { ok: false, problem: { reason: 'too-new', found: head.trickle, version } };
  const read = headSchema.safeParse(head);
  if (!read.success) {
    return { ok: false, problem: { reason: 'damaged', line: 1, where: whereOf(read.error), before: 0 } };
  }
  return readEntries({ recorded: read.data.recorded, offsets: read.data.offsets, entries: [] }, rest);
}

const problemOfHead = (first: string, isLast: boolean, text: string): FileProblem =>
  first.startsWith('{"trickle":') ? damage({ line: 1, before: 0 }, isLast) : kindOfText(text);

function readEntries(file: TraceFile, lines: readonly string[]): Reading {
  const { entries } = file;
  const ids = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) continue;
    const { entry, where } = readEntry(line, ids);
    if (!entry) {
      const isLast = index === lines.length - 1;
      const problem = damage({ line: index + 2, where, before: entries.length }, isLast);
      return { ok: false, problem, ...(entries.length > 0 && { readable: file }) };
    }
    ids.add(entry.id);
    entries.push({ ...entry, seq: entries.length });
  }
  return { ok: true, file };
}

/** A line that is no JSON and has no end was cut; every other was damaged. */
const damage = (damage: Damage, isLast: boolean): FileProblem =>
  damage.where === undefined && isLast ? { reason: 'cut', before: damage.before } : { reason: 'damaged', ...damage };

function readEntry(line: string, ids: ReadonlySet<string>): { entry?: Entry; where?: string } {
  const value = parsed(line);
  if (value === undefined) return {};
  const read = entrySchema.safeParse(value);
  if (!read.success) return { where: whereOf(read.error) };
  if (ids.has(read.data.id)) return { where: 'id' };
  return isDeeper(read.data.body, deepest) ? { where: 'body' } : { entry: read.data };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const isHead = (value: unknown): value is { trickle: number } =>
  value !== null && typeof value === 'object' && 'trickle' in value && Number.isInteger(value.trickle);

const whereOf = ({ issues }: z.core.$ZodError) => String(issues[0]?.path[0] ?? '');
