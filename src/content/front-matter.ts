import * as z from 'zod';

/** What stands at the head of every lesson. What this cannot read stops the build and names the file and the field. */
export const lessonFrontMatter = z.strictObject({
  title: z.string().min(1).max(80),
  /** One sentence, for lists, search and the page's description. */
  summary: z.string().min(20).max(200),
  /** Where it stands within its part. */
  order: z.int().positive(),
  minutes: z.int().min(1).max(60),
  /** "When you have worked through this, you can …": one line each. */
  can: z.array(z.string().min(1)).min(1).max(6),
  /** The learning outcomes that it serves, as docs/outcomes.md numbers them. */
  outcomes: z.array(z.string().regex(/^C\d{1,2}$/, 'an outcome looks like C2')).min(1),
  /** The lab beside it: a folder of src/labs. */
  lab: z.string().regex(/^[a-z-]+$/),
  /** The symptoms that it explains, by their number. */
  symptoms: z.array(z.int().positive()).default([]),
  /** Where to read the specification. */
  spec: z.array(z.strictObject({ title: z.string().min(1), url: z.url() })).min(1),
});
