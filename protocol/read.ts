import type * as z from 'zod/mini';
import type { Refusal } from './refusal.ts';

/** Reads what a stranger sent as `message`: what was described, or where it is something else. */
export function read<Schema extends z.ZodMiniType>(
  schema: Schema,
  body: unknown,
  message: string,
): { read: z.infer<Schema> } | Refusal {
  const { success, data, error } = schema.safeParse(body);
  if (success) return { read: data };
  const where = error.issues.map(({ path }) => path.join('.')).filter(Boolean);
  return { reason: 'malformed', message, where: [...new Set(where)].slice(0, 5) };
}
