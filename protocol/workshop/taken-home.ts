import '../no-eval.ts';
import * as z from 'zod/mini';
import { page } from '../workshop.ts';
import { limits } from './limits.ts';

// What a learner takes home from a workshop, as a file that any copy of the site opens: what the server knew of them,
// what the questions were, and the traces that their browser kept.

/** A file with a greater one is from a newer Trickle. */
export const version = 1;
/** In bytes, like that of a trace. */
export const largest = 50_000_000;

const words = (most: number) => z.string().check(z.maxLength(most));
const moment = words(40).check(z.refine((time) => !Number.isNaN(Date.parse(time))));
const title = z.optional(words(limits.place));

const schema = z.object({
  trickleHome: z.literal(version),
  title: words(limits.title),
  name: words(1_000),
  openedAt: moment,
  joinedAt: moment,
  takenAt: moment,
  journey: z.array(
    z.object({
      page,
      title,
      lab: z.optional(words(limits.id)),
      step: z.optional(z.int()),
      at: moment,
    }),
  ),
  /** `asked` and `right` are the words of the question's page; without them there is its name. */
  answers: z.array(
    z.object({
      question: words(limits.place),
      choice: words(limits.option),
      asked: z.optional(words(2_000)),
      right: z.optional(words(2_000)),
      at: moment,
    }),
  ),
  /** `file` is a trace as it is exported. */
  traces: z.array(z.object({ page, title, lab: words(limits.id), file: z.string() })),
});
export type TakenHome = z.infer<typeof schema>;

export type Opening = { ok: true; home: TakenHome } | { ok: false; problem: string };

const begin = '{"trickleHome":';
export const writeTakenHome = ({ trickleHome, ...rest }: TakenHome) => JSON.stringify({ trickleHome, ...rest });
export const isTakenHome = (text: string) => text.replace(/^\uFEFF/, '').startsWith(begin);

/** Reads what `isTakenHome`, and never throws. */
export function readTakenHome(text: string): Opening {
  if (text.length > largest)
    return refused(`This file has ${Math.ceil(text.length / 1_000_000)} MB, and one that was taken home may have 50.`);
  let found: { trickleHome?: unknown };
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('This file was taken home from a workshop, and then cut off or damaged. Copy it again.');
  }
  if (Number(found.trickleHome) > version)
    return refused(
      `This file is of version ${Number(found.trickleHome)}, and this Trickle reads up to ${version}. Update Trickle, or open the file where it was saved.`,
    );
  const read = schema.safeParse(found);
  if (read.success) return { ok: true, home: read.data };
  const [where] = read.error.issues[0]?.path ?? [];
  return refused(`This file was taken home from a workshop, and its “${String(where)}” is not what it should be.`);
}

const refused = (problem: string): Opening => ({ ok: false, problem });
