import { exchange } from './exchange.ts';
import type { Description, News } from './messages.ts';
import type { Reply } from './refusal.ts';
import { emptyRoom, type Fact, type Granted, type Input, type Told } from './room.ts';

type Said<One> = One extends Input ? Omit<One, keyof Fact> & Partial<Fact> : never;
/** What a test says of an input: the rest is filled in. */
export type Saying = Said<Input>;

export const described = (type: Description['type'], sdp = `v=0 ${type}`): Description => ({ type, sdp });
export const candidateOf = (name: string, usernameFragment?: string) => ({
  candidate: `candidate:${name}`,
  sdpMid: '0',
  sdpMLineIndex: 0,
  usernameFragment,
});

// What a test lets somebody say.
export const anOffer = (offer: string, more: object = {}): Saying => ({
  what: 'offered',
  offer,
  description: described('offer', `v=0 ${offer}`),
  ...more,
});
export const anAnswer = (offer?: string, more: object = {}): Saying => ({
  what: 'answered',
  offer,
  description: described('answer'),
  ...more,
});
export const aCandidate = (name: string, offer?: string): Saying => ({
  what: 'candidateFound',
  offer,
  candidate: candidateOf(name),
});

/** A room to be played with: who does what, and what came of it. Names are the seats, where nothing else is said. */
export function openRoom() {
  let state = emptyRoom;
  let count = 0;

  function does(from: string, said: Saying) {
    count += 1;
    const input = { at: count, from, mail: `${from}-${count}`, isOwnId: true, ack: true, ...said } as Input;
    const step = exchange(state, input);
    state = step.state;
    return outcomeOf(step.tell);
  }

  return {
    get state() {
      return state;
    },
    does,
    joins: (...names: string[]) =>
      names.map((name) => does(name, { what: 'joined', name, lock: '', keeps: true })).at(-1)!,
    /** Alice offers, Bob answers. */
    call(offer = 'alice:1') {
      does('alice', { what: 'offered', offer, description: described('offer', `v=0 ${offer}`) });
      return does('bob', { what: 'answered', offer, description: described('answer', `v=0 to ${offer}`) });
    },
  };
}

function outcomeOf(tell: readonly Told[]) {
  const [answer, ...others] = tell as [Extract<Told, { re: string }>, ...Told[]];
  const rest = others.filter((one): one is Extract<Told, { news: News }> => 'news' in one);
  const reply: Reply<Granted> = answer.reply;
  return {
    reply,
    /** Why it was refused, if it was. */
    reason: reply.ok ? undefined : reply.refusal.reason,
    granted: reply.ok ? reply.value : undefined,
    /** Who hears of it, and what in one line. */
    heard: rest.map(({ to, news }) => `${to.name}: ${inOneLine(news)}`),
    news: rest,
  };
}

export function inOneLine(news: News): string {
  switch (news.what) {
    case 'peerJoined':
    case 'peerLeft':
      return `${news.what} ${news.peer.name}`;
    case 'offerWaiting':
      return `offer ${news.offer.id}`;
    case 'offerWithdrawn':
      return `${news.why} ${news.offer}`;
    case 'answered':
      return `answer ${news.offer.id} by ${news.by.name}`;
    case 'candidateFound':
      return `candidate ${news.candidate?.candidate.slice('candidate:'.length) ?? null} of ${news.offer}`;
    case 'hungUp':
      return `hungUp ${news.offer} by ${news.by.name}`;
    case 'heldUp':
      return `held up ${[news.yours && 'yours', news.forYou && 'for you'].filter(Boolean).join(', ') || 'no more'}`;
  }
}
