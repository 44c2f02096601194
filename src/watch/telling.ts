import type { Entry } from '../../protocol/entry.ts';

/** Two channels within this browser: recorded pages never have to read what other pages tell. */
export const channels = { asked: 'trickle: asked', told: 'trickle: told' } as const;

/** What a recorded page tells whoever watches: what happens, and from its beginning what happened when they ask. */
export type Telling = {
  /** Which page, of all that were ever loaded. */
  page: string;
  /** What its file is called. */
  file: string;
  entries: readonly Entry[];
  /** It is being left. */
  isOver?: boolean;
};
