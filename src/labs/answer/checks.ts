import type { Entry } from '../../../protocol/entry.ts';

/** Met, not yet, or gone wrong: with what a browser said, or what is left to do. */
export type Verdict = { says: string; is: 'met' | 'open' | 'wrong'; told?: string };

type Check = {
  says: string;
  /** What to do for it. */
  todo: string;
  isMet(entries: readonly Entry[]): boolean;
  /** What went wrong, where that is known. */
  wrong?(entries: readonly Entry[]): string | undefined;
};

const is = (who: string, what: Entry['what'], name: string) => (entry: Entry) =>
  entry.who === who && entry.what === what && entry.name === name;
const has = (who: string, what: Entry['what'], name: string) => (entries: readonly Entry[]) =>
  entries.some(is(who, what, name));
const signaling = (who: string, state: RTCSignalingState) => (entries: readonly Entry[]) =>
  entries.some((entry) => is(who, 'state', 'signaling')(entry) && entry.body === state);

/** What a browser said to the first call of this name that it refused. */
const refusal = (who: string, name: string) => (entries: readonly Entry[]) => {
  const body = Object(entries.find(is(who, 'throw', name))?.body) as { name?: string; message?: string };
  return body.name && `${body.name}: ${body.message}`;
};

/** His state went back to stable after her offer had been set: the answer is his. */
const hasAnswered = (entries: readonly Entry[]) => {
  const states = entries.filter(is('bob', 'state', 'signaling')).map(({ body }) => body);
  return (
    states.slice(states.indexOf('have-remote-offer') + 1).includes('stable') && states.includes('have-remote-offer')
  );
};

const answeredWithoutTracks = (entries: readonly Entry[]) => {
  const made = entries.findIndex(is('bob', 'call', 'createAnswer'));
  const set = entries.findIndex(is('bob', 'call', 'setLocalDescription'));
  const answered = made < 0 ? set : made;
  const added = entries.findIndex(
    (entry) =>
      entry.who === 'bob' && entry.what === 'call' && /^(addTrack|addTransceiver|replaceTrack)$/.test(entry.name),
  );
  return answered >= 0 && (added < 0 || added > answered)
    ? 'The answer was made before his tracks were added. It can only promise what the connection has by then.'
    : undefined;
};

const checks: readonly Check[] = [
  {
    says: 'Alice’s offer has come',
    todo: 'Nothing: Alice does that.',
    isMet: has('bob', 'received', 'offer'),
  },
  {
    says: 'Her offer is set: his state was have-remote-offer',
    todo: 'In hearOffer, set her offer as his remote description, and await it.',
    isMet: signaling('bob', 'have-remote-offer'),
    wrong: refusal('bob', 'setRemoteDescription'),
  },
  {
    says: 'His tracks were added before he answered',
    todo: 'In hearOffer, give each track of the stream to his connection, with the stream it belongs to.',
    isMet: has('bob', 'return', 'addTrack'),
    wrong: answeredWithoutTracks,
  },
  {
    says: 'His answer is made and set: his state is stable again',
    todo: 'In hearOffer, create an answer, and set it as his local description.',
    isMet: hasAnswered,
    wrong: (entries) => refusal('bob', 'createAnswer')(entries) ?? refusal('bob', 'setLocalDescription')(entries),
  },
  {
    says: 'Alice was told the answer, and has set it',
    todo: "Tell Alice the answer: tellAlice('answer', …).",
    isMet: (entries) =>
      has('alice', 'received', 'answer')(entries) && signaling('alice', 'stable')(afterOffer(entries)),
    wrong: refusal('alice', 'setRemoteDescription'),
  },
  {
    says: 'Her candidates were given to his connection',
    todo: 'In hearCandidate, add the candidate to his connection.',
    isMet: has('bob', 'return', 'addIceCandidate'),
    wrong: refusal('bob', 'addIceCandidate'),
  },
  {
    says: 'His candidates were told to Alice',
    todo: "In prepare, listen for icecandidate, and tell Alice each: tellAlice('candidate', …).",
    isMet: has('alice', 'return', 'addIceCandidate'),
    wrong: refusal('alice', 'addIceCandidate'),
  },
  {
    says: 'The two are connected',
    todo: 'Nothing: when both have set both descriptions and have candidates, the browsers do it.',
    isMet: (entries) => entries.some((entry) => is('bob', 'state', 'connection')(entry) && entry.body === 'connected'),
    wrong: (entries) =>
      entries.some((entry) => entry.what === 'state' && entry.name === 'connection' && entry.body === 'failed')
        ? 'connectionState is failed: they found no way to each other.'
        : undefined,
  },
  {
    says: 'Bob sees Alice',
    todo: 'In prepare, listen for track, and show the stream that comes with it. Who listens too late has missed it.',
    isMet: has('bob', 'note', 'first frame'),
  },
  {
    says: 'Alice sees Bob',
    todo: 'She shows whatever comes: his tracks have to be in the answer.',
    isMet: has('alice', 'note', 'first frame'),
  },
];

const afterOffer = (entries: readonly Entry[]) =>
  entries.slice(
    entries.findIndex((entry) => is('alice', 'state', 'signaling')(entry) && entry.body === 'have-local-offer') + 1,
  );

/** What became of each, in the order in which they are due. */
export const judge = (entries: readonly Entry[]): Verdict[] =>
  checks.map(({ says, todo, isMet, wrong }) => {
    const told = wrong?.(entries);
    if (told) return { says, is: 'wrong', told };
    return isMet(entries) ? { says, is: 'met' } : { says, is: 'open', told: todo };
  });

/** The one sentence above them. */
export function sentenceOf(verdicts: readonly Verdict[]): string {
  const wrong = verdicts.find(({ is }) => is === 'wrong');
  if (wrong) return `Not yet: ${wrong.says}? No. ${wrong.told}`;
  const open = verdicts.find(({ is }) => is === 'open');
  return open ? `Next: ${open.says}. ${open.told}` : 'Bob answers. Every check holds.';
}
