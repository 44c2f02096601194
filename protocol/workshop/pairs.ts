import { limits } from './limits.ts';
import type { InputOf, Ruling, Workshop } from './state.ts';

// Two who call each other; in a three, the last plays the server.

type Means = Pick<InputOf<'commanded'>, 'fresh' | 'rooms'>;
type Wanted = { groups: readonly (readonly string[])[]; page?: string | undefined };

/**
 * Each group has a room that only its learners are told; whoever knows one can guess no other. Whoever was in another group
 * leaves it, and those who stay there meet elsewhere.
 */
export function pairUp(workshop: Workshop, { groups, page }: Wanted, { fresh, rooms = [] }: Means): Ruling {
  const seats = groups.flat();
  if (new Set(seats).size < seats.length) return { reason: 'twice-in-groups' };
  if (!seats.every((seat) => workshop.learners.has(seat))) return { reason: 'no-such-learner' };
  const rest = closePairsOf(workshop, seats, rooms.slice(groups.length));
  const nr = workshop.count + 1;
  const pairs = groups.map((seats, nth) => ({ id: `${fresh}.${nth}`, nr, room: roomOf(rooms[nth]!), seats, page }));
  return { ...rest, count: nr, pairs: [...rest.pairs, ...pairs].slice(-limits.pairs) };
}

/** These, or all. */
export function unpair(workshop: Workshop, ids: readonly string[] | undefined): Ruling {
  if (!ids) return { ...workshop, pairs: [] };
  const pairs = workshop.pairs.filter(({ id }) => !ids.includes(id));
  return pairs.length === workshop.pairs.length ? { reason: 'no-such-pair' } : { ...workshop, pairs };
}

const roomOf = (fresh: string) => `pair-${fresh}`;

/**
 * Who is left alone has no partner any more; of a three, two remain. Whoever is gone knows their room, so they get another,
 * or where there is no name for one, are parted too.
 */
export function closePairsOf(workshop: Workshop, gone: readonly string[], fresh: readonly string[]): Workshop {
  if (!workshop.pairs.some(({ seats }) => seats.some((seat) => gone.includes(seat)))) return workshop;
  const rooms = fresh.map(roomOf);
  const pairs = workshop.pairs.flatMap((pair) => {
    const seats = pair.seats.filter((seat) => !gone.includes(seat));
    if (seats.length === pair.seats.length) return pair;
    const room = seats.length > 1 ? rooms.shift() : undefined;
    return room === undefined ? [] : { ...pair, seats, room };
  });
  return { ...workshop, pairs };
}

/** Everybody in twos, in the order in which they stand; one too many makes a three. */
export function inPairs(seats: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (let at = 0; at + 1 < seats.length; at += 2) groups.push(seats.slice(at, at + 2));
  if (groups.length > 0 && seats.length % 2 === 1) groups.at(-1)!.push(seats.at(-1)!);
  return groups;
}
