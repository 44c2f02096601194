import type { Entry } from '../../protocol/entry.ts';

const stations = new Set(['sent', 'held', 'received', 'refused']);

export const isMail = ({ what }: Pick<Entry, 'what'>) => stations.has(what);

/** How far on its way a message is at a station: sent, taken in by the server, kept there, passed on, arrived. */
export function rank({ who, what }: Pick<Entry, 'who' | 'what'>): 0 | 1 | 2 | 3 | 4 {
  if (who !== 'server') return what === 'sent' ? 0 : 4;
  return what === 'received' ? 1 : what === 'sent' ? 3 : 2;
}

/** The station from which a message came to this one, of all that are known, in the order in which it was there. */
export function cameFrom(points: readonly Entry[], point: Entry): Entry | undefined {
  const before = points.slice(0, points.indexOf(point)).filter((other) => mayLeadTo(other, point));
  const last = before.at(-1);
  const passedOn = before.filter((other) => rank(other) === 3);
  if (passedOn.length < 2 || rank(point) < 4 || last?.who === point.who) return last;
  // It was sent to several: whom each was for is told by the order alone.
  const receivers = [...new Set(points.filter((other) => rank(other) === 4).map(({ who }) => who))];
  return passedOn[Math.min(receivers.indexOf(point.who), passedOn.length - 1)];
}

function mayLeadTo(other: Entry, { who, what }: Entry): boolean {
  if (other.what === 'refused' || (what === 'sent' && other.what === 'sent')) return false;
  return other.who === who || rank(other) < 4;
}
