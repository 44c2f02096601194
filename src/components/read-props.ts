import type * as z from 'zod';

/**
 * What a component of a lesson was given, or an error that names the component, the page and the prop: nobody else
 * checks the props of what stands in MDX.
 */
export function readProps<Schema extends z.ZodType>(
  schema: Schema,
  props: unknown,
  { component, page }: { component: string; page: string },
): z.output<Schema> {
  // Astro hands its mark for scoped styles on as if it were a prop.
  const own = Object.entries(props as object).filter(([name]) => !name.startsWith('data-astro-cid-'));
  const read = schema.safeParse(Object.fromEntries(own));
  if (read.success) return read.data;
  const problems = read.error.issues.map(
    ({ path, message }) => `${path.length ? `${path.join('.')}: ` : ''}${message}`,
  );
  throw new Error(`<${component}> on ${page} cannot be drawn. ${problems.join('. ')}.`);
}
