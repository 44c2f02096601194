import { selfContained } from './natives.ts';

/** Gives everything that is recorded a name of its own among what belongs to the same actor. */
export function createNames() {
  const taken = selfContained(new Set<string>());
  const counts = selfContained(new Map<string, number>());

  function next(who: string, word: string, spell: (count: number) => string): string {
    const count = (counts.get(`${who} ${word}`) ?? 0) + 1;
    counts.set(`${who} ${word}`, count);
    const name = spell(count);
    if (taken.has(`${who} ${name}`)) return next(who, word, spell);
    taken.add(`${who} ${name}`);
    return name;
  }

  return {
    /** 'pc1', 'pc2' */
    numbered: (who: string, word: string) => next(who, word, (count) => `${word}${count}`),
    /** 'chat', 'chat#2' */
    labelled: (who: string, label: string) => next(who, label, (count) => (count === 1 ? label : `${label}#${count}`)),
  };
}
