import type { Entry } from '../../protocol/entry.ts';
import type { Matrix } from './differences.ts';

/** When somebody first did one thing with one piece of mail. */
type Stations = Map<string, number>;
type Journey = { sent: Stations; held: Stations; arrived: Stations };

/**
 * What the mail of a trace says about its clocks. `most[receiver][sender]` is the most that the sender's offset can
 * exceed the receiver's: a message that left at 10 and came at 14 leaves 4.
 */
export function bounds(entries: readonly Entry[]): { actors: string[]; most: Matrix } {
  const actors = [...new Set(entries.map(({ who }) => who))];
  const index = new Map(actors.map((who, position) => [who, position]));
  const most = actors.map((_, row) => actors.map((_, column) => (row === column ? 0 : Number.POSITIVE_INFINITY)));

  const apart = (from: Stations, to: Stations) => {
    for (const [sender, left] of from) {
      for (const [receiver, came] of to) {
        const row = most[index.get(receiver)!]!;
        const column = index.get(sender)!;
        if (sender !== receiver) row[column] = Math.min(row[column]!, came - left);
      }
    }
  };
  for (const { sent, held, arrived } of journeys(entries).values()) {
    apart(sent, held);
    apart(sent, arrived);
    apart(held, arrived);
  }
  return { actors, most };
}

const stationOf: Partial<Record<Entry['what'], keyof Journey>> = {
  sent: 'sent',
  held: 'held',
  received: 'arrived',
  refused: 'arrived',
};

function journeys(entries: readonly Entry[]) {
  const journeys = new Map<string, Journey>();
  for (const { mail, what, who, at } of entries) {
    // What waits at the door of somebody's page has arrived: only the server keeps a message for others.
    const station = what === 'held' && who !== 'server' ? 'arrived' : stationOf[what];
    if (mail === undefined || !station) continue;
    const journey = journeys.get(mail) ?? { sent: new Map(), held: new Map(), arrived: new Map() };
    journeys.set(mail, journey);
    // A message that was repeated may have arrived by its first sending, and its second arrival proves nothing more.
    const stations = journey[station];
    stations.set(who, Math.min(stations.get(who) ?? at, at));
  }
  return journeys;
}
