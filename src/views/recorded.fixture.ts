import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../protocol/entry.ts';

/** The entries of one of our own traces, as a browser recorded them. */
export const recorded = (file: string): Entry[] =>
  readFileSync(join(import.meta.dirname, '../../public/traces', file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));
