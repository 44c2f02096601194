import type { Entry } from '../../protocol/entry.ts';

export type Clocks = Record<string, (true_: number) => number>;
export type Station = [who: string, what: Entry['what'], when: number];

/** The entries that clocks which go wrong write about mail that went right. */
export const written = (clocks: Clocks, mails: Station[][]) =>
  mails.flatMap((stations, mail) =>
    stations.map(([who, what, when], station): Entry => {
      const at = clocks[who]!(when);
      return { id: `${who}:${mail}.${station}`, seq: 0, at, who, what, name: 'candidate', mail: `mail ${mail}` };
    }),
  );

export const steady = (ahead: Record<string, number>): Clocks =>
  Object.fromEntries(Object.entries(ahead).map(([who, ms]) => [who, (when) => when + ms]));
