/** How a browser says it, name and words: `…` stands for what differs from time to time. Null: it says nothing. */
export type Says = { chromium: string | null; firefox: string | null };

export type KnownError = {
  /** As it stands behind the `#` of the page, and what the lab provokes by that name. */
  slug: string;
  says: Says;
  cause: string;
  remedy: string;
  /** The lesson that explains it. */
  lesson: string;
  /** A lab in which it can be met in the middle of things, and what to press there. */
  lab?: { name: string; params?: string; press: string };
  /** What the lab of errors cannot provoke: how it was come by. */
  told?: string;
};

/** Each group is provoked by the lines of one file of `src/labs/errors/provoke`. */
export type ErrorGroup = { file: string; title: string; errors: readonly KnownError[] };
