import type { Witnessed } from '../../../protocol/witness.ts';

/**
 * Others number what they tell from zero: a server for each room, and for all of them when it was restarted. In one trace
 * an id stands once, so here each goes on from where the last one ended. `entries` is what the trace has of them.
 */
export function onwards(who: string, entries: readonly Pick<Witnessed, 'id' | 'who'>[]) {
  const numbers = entries.filter((entry) => entry.who === who).map(({ id }) => numberOf(id)[0]);
  let base = Math.max(-1, ...numbers) + 1;
  let [last, lastPart] = [-1, -1];

  const moved = (id: string) => {
    const [number, part, parts] = numberOf(id);
    return `${who}:${base + number}${parts ? `.${part}` : ''}`;
  };

  return (arrived: readonly Witnessed[]): Witnessed[] =>
    arrived.map((entry) => {
      const [number, part] = numberOf(entry.id);
      if (number < last || (number === last && part <= lastPart)) base += last + 1;
      [last, lastPart] = [number, part];
      return { ...entry, id: moved(entry.id), ...(entry.of && { of: moved(entry.of) }) };
    });
}

/** The 7 and the 1 of 'server:7.1', and whether there is a part at all. */
function numberOf(id: string): [number: number, part: number, parts: boolean] {
  const [number, part] = id.slice(id.lastIndexOf(':') + 1).split('.');
  return [Number(number), Number(part ?? 0), part !== undefined];
}
