import { bare } from './natives.ts';

/** Gives everything that is recorded a name of its own among what belongs to the same actor. */
export function createNames() {
  const actors: Record<string, { taken: Record<string, true>; counts: Record<string, number> }> = bare({});

  function next(who: string, word: string, spell: (count: number) => string): string {
    actors[who] ??= { taken: bare({}), counts: bare({}) };
    const { taken, counts } = actors[who];
    for (;;) {
      const count = (counts[word] ?? 0) + 1;
      counts[word] = count;
      const name = spell(count);
      if (taken[name]) continue;
      taken[name] = true;
      return name;
    }
  }

  return {
    /** 'pc1', 'pc2' */
    numbered: (who: string, word: string) => next(who, word, (count) => `${word}${count}`),
    /** 'chat', 'chat#2' */
    labelled: (who: string, label: string) => next(who, label, (count) => (count === 1 ? label : `${label}#${count}`)),
  };
}
