import type { Entry } from '../../../../protocol/entry.ts';

/** Whether an entry is what shows that a step has happened. */
export const is = (who: string, what: Entry['what'], name: string) => (entry: Entry) =>
  entry.who === who && entry.what === what && entry.name === name;
