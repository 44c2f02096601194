import { type LineTables, sourceLineOf } from '../source-line.ts';

// In a test and in the bench the source is served as it is, so every line of it is its own.
const rows = Array.from(
  { length: 200 },
  (_, index) => [index + 1, 1, 0, index + 1] as [number, number, number, number],
);
const files = ['a-call', 'timed-call'].map((name) => `src/trace/recording/${name}.ts`);
const tables: LineTables = Object.fromEntries(files.map((file) => [`/${file}`, { files: [file], rows }]));

/** Which line of a call that is made for a test made it. */
export const ownLine = (stack: string) => sourceLineOf(stack, tables);
