import type { Peer } from '../../protocol/messages.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { contentOf, said } from './said.ts';

type Fact = Omit<Witnessed, 'id'>;

/** What nobody's program asked for: news of a room that grow with its square, and that the course's clients don't know. */
const unasked = new Set(['peerJoined', 'peerLeft']);

/**
 * The server's entries with a lane for everybody. That somebody sent what the server got, and gets what it sent to them,
 * is all that it can know of others: their lanes hold that, at the server's time, and nothing is made up between.
 */
export function withLanes(entry: Witnessed): Fact[] {
  const { id, of: _, ...fact } = entry;
  if (entry.who !== 'server') return [entry];
  if (unasked.has(entry.name)) return [];
  const { from, to } = said(entry);
  // Nothing to say is said by an empty list: a picture would look for words in what comes later.
  const content = contentOf(entry.body) ?? (entry.what === 'received' ? [] : undefined);
  // A server that was restarted numbers anew, but not at the same moment.
  const mail = entry.mail ?? `${id} ${entry.at}`;
  const mine = { ...fact, mail };
  const theirs = (who: Peer, what: Fact['what'], body?: unknown) => ({ ...fact, who: laneOf(who), what, mail, body });

  if (entry.what === 'received' && from) return [theirs(from, 'sent', content), mine];
  if (entry.what === 'sent' && to) return [{ ...mine, body: content }, theirs(to, 'received')];
  if (entry.what === 'event' || entry.what === 'note') return [{ ...fact, body: from?.name }];
  return [mine];
}

/** A lane has the name of its peer, unless the server's own lane has it. */
export const laneOf = ({ name }: Peer) => (name === 'server' ? '“server”' : name || 'somebody');

/** Only what one of them said, with all that came of it, and what they were told, with what it came of. */
export function ofOne(entries: readonly Witnessed[], who: string): Witnessed[] {
  const isTheirs = (peer: Peer | undefined) => peer !== undefined && laneOf(peer) === who;
  const step = ({ of, id, at }: Witnessed) => `${of ?? id} ${at}`;
  const [saidByThem, toldToThem] = [new Set<string>(), new Set<string>()];
  for (const entry of entries) {
    if (isTheirs(said(entry).from)) saidByThem.add(step(entry));
    if (isTheirs(said(entry).to)) toldToThem.add(step(entry));
  }
  return entries.filter((entry) => {
    if (entry.who !== 'server') return entry.who === who;
    if (saidByThem.has(step(entry))) return true;
    return toldToThem.has(step(entry)) && (entry.what === 'received' || isTheirs(said(entry).to));
  });
}
