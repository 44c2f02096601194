import type { Entry } from './entry.ts';
import type { HeldCandidate, News, Peer, Welcome } from './messages.ts';
import type { Reply } from './refusal.ts';
import type { Granted, Input, Told } from './room.ts';

/** What the server has to say for itself: entries, which the trace that takes them in will number. */
export type Witnessed = Omit<Entry, 'seq'>;
type Fact = Pick<Entry, 'what' | 'name' | 'body' | 'mail' | 'on'>;

// One word for one message, whether it comes in, is held or goes out.
const asked = {
  joined: 'join',
  seatResumed: 'resume',
  watched: 'watch',
  offered: 'offer',
  answered: 'answer',
  collected: 'collect',
  candidateFound: 'candidate',
  offerWithdrawn: 'withdraw',
  hungUp: 'hangUp',
  left: 'leave',
  connectionLost: 'connectionLost',
  graceOver: 'graceOver',
} as const;
const told = {
  offerWaiting: 'offer',
  answered: 'answer',
  candidateFound: 'candidate',
  hungUp: 'hangUp',
  offerWithdrawn: 'offerWithdrawn',
  peerJoined: 'peerJoined',
  peerLeft: 'peerLeft',
  heldUp: 'heldUp',
} as const satisfies Record<News['what'], string>;

/** One step of the exchange in the server's lane: what came, what is held, what went out to whom, what was refused. */
export function witness(input: Input & { seq: number }, [answer, ...rest]: readonly Told[]): Witnessed[] {
  if (input.what === 'watched' || !answer || !('re' in answer)) return [];
  const { to: from, reply } = answer;
  const news = rest.flatMap((one) =>
    'held' in one ? { to: one.to, news: one.held, isHeld: true } : 'news' in one ? { ...one, isHeld: one.away } : [],
  );
  const said = news.filter(({ news }) => news.what !== 'heldUp');
  // Whoever plays the server is no peer: that they pass on is seen by what is sent.
  if (input.what === 'keeperCame' || input.what === 'keeperWent' || input.what === 'passedOn')
    return said.map(({ to, isHeld, news }, index) => ({
      ...departure(to, news, isHeld ? 'held' : 'sent'),
      ...{ id: `server:${input.seq}.${index}`, at: input.at, who: 'server' },
    }));
  const name = input.what === 'misread' ? input.message : asked[input.what];
  const arrived = { ...arrival(name, from, input), on: offerOf(input, reply) };
  const facts: Fact[] = [arrived];
  if (!reply.ok) facts.push({ ...arrived, what: 'refused', body: { ...reply.refusal, sentence: reply.sentence } });
  else {
    if (isHeld(input, said.length)) facts.push({ ...arrived, what: 'held', body: undefined });
    facts.push(...broughtBy(reply.value, from, input.ack));
  }
  facts.push(...said.map(({ to, isHeld, news }) => departure(to, news, isHeld ? 'held' : 'sent')));

  const received = `server:${input.seq}.0`;
  return facts.map((fact, index) => ({
    ...fact,
    id: `server:${input.seq}.${index}`,
    at: input.at,
    who: 'server',
    ...(index > 0 && { of: received }),
  }));
}

/** What anybody may see of an input. A password is not among it, not even as a digest. */
const shown = new Set(['name', 'offer', 'to', 'caller', 'description', 'candidate', 'heard', 'ack']);

function arrival(name: string, from: Peer, input: Input): Fact {
  // What the server found out by itself was no message of anybody's.
  if (input.what === 'connectionLost' || input.what === 'graceOver') return { what: 'event', name, body: { from } };
  const said = Object.entries(input).filter(([key, value]) => shown.has(key) && value !== undefined);
  return { what: 'received', name, mail: input.mail, body: { from, ...Object.fromEntries(said) } };
}

/** The offer that it is about: the one that was named, or the one that was meant. */
function offerOf(input: Input, reply: Reply<Granted>): string | undefined {
  if ('offer' in input && input.offer !== undefined) return input.offer;
  return reply.ok && reply.value && 'offer' in reply.value ? reply.value.offer : undefined;
}

const isHeld = ({ what }: Input, letters: number) => what === 'offered' || (what === 'candidateFound' && letters === 0);

/** What the answer itself carries: offers that were waiting, news that were missed, candidates that were held. */
function broughtBy(value: Granted, to: Peer, isRead: boolean): Fact[] {
  if (!value || !isRead) return [];
  if ('candidates' in value) return value.candidates.map((held) => candidateTo(to, value.offer, held));
  if (!('missed' in value)) return [];
  const { missed, offers, ...welcome } = value;
  return [
    { what: 'sent', name: 'welcome', body: { to, ...welcome } },
    ...offers.map((offer) => departure(to, { what: 'offerWaiting', offer }, 'sent')),
    ...unshownTo(to, value),
    ...missed.map(({ news }) => departure(to, news, 'sent')),
  ];
}

const unshownTo = ({ name }: Peer, { offers, unshown }: Welcome): Fact[] => {
  const all = offers.length + unshown;
  return unshown > 0 ? [{ what: 'note', name: `${name} is shown the newest ${offers.length} of ${all} offers.` }] : [];
};

const candidateTo = (to: Peer, on: string, { mail, candidate }: HeldCandidate): Fact => ({
  what: 'sent',
  name: 'candidate',
  mail,
  on,
  body: { to, candidate },
});

function departure(to: Peer, news: News, what: 'sent' | 'held'): Fact {
  const { what: name, ...said } = news;
  const about = 'offer' in news ? news.offer : undefined;
  const [on, itsMail] = typeof about === 'object' ? [about.id, about.mail] : [about, undefined];
  return { what, name: told[name], mail: 'mail' in news ? news.mail : itsMail, on, body: { to, ...said } };
}
