import type { Entry } from '../../../protocol/entry.ts';
import type { Side, Step } from './step.ts';

/** What the server did proves that whoever is elsewhere has come as far as this. */
const proofs: readonly { what: Entry['what']; name: string; upTo: string }[] = [
  { what: 'received', name: 'offer', upTo: '8' },
  { what: 'received', name: 'candidate', upTo: '9' },
  { what: 'sent', name: 'offer', upTo: '11' },
  { what: 'received', name: 'collect', upTo: 'hand-over' },
  { what: 'received', name: 'answer', upTo: '20' },
];

/** The steps of others that an entry proves to have been taken: all up to the one that left a mark. */
export function witnessedOf({ who, what, name, body }: Entry, elsewhere: readonly Step[]): string[] {
  // Both ends of a connection have to set both descriptions before either is connected.
  if (what === 'state' && name === 'connection' && body === 'connected') return keys(elsewhere);
  if (who !== 'server') return [];
  if (what === 'received' && name === 'join' && nameIn(body) === 'bob')
    return keys(elsewhere.filter(({ key }) => key === '10'));
  const proof = proofs.find((one) => one.what === what && one.name === name);
  const last = elsewhere.findIndex(({ key }) => key === proof?.upTo);
  return keys(elsewhere.slice(0, last + 1));
}

/** Who has left for good, if it was somebody who is elsewhere. */
export function leaverOf({ who, what, name, body }: Entry, here: readonly Side[]): string | undefined {
  const isOver = (what === 'received' && name === 'leave') || (what === 'event' && name === 'graceOver');
  const leaver = who === 'server' && isOver ? nameIn(body) : undefined;
  return here.includes(leaver as Side) ? undefined : leaver;
}

const nameIn = (body: unknown) => (body as { from?: { name: string } } | undefined)?.from?.name;

const keys = (steps: readonly Step[]) => steps.filter(({ key }) => !/sees$/.test(key)).map(({ key }) => key);
