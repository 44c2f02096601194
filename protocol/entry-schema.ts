import './no-eval.ts';
import * as z from 'zod/mini';

/** An entry that comes from elsewhere: a file, another page, the server. Its body is taken as it is. */
export const entrySchema = z.object({
  id: z.string().check(z.minLength(1)),
  seq: z.int().check(z.nonnegative()),
  at: z.number(),
  who: z.string().check(z.minLength(1)),
  on: z.optional(z.string()),
  what: z.enum(['call', 'return', 'throw', 'event', 'state', 'sent', 'received', 'held', 'refused', 'step', 'note']),
  name: z.string(),
  body: z.optional(z.unknown()),
  of: z.optional(z.string()),
  mail: z.optional(z.string()),
  line: z.optional(z.readonly(z.tuple([z.string(), z.int()]))),
});
