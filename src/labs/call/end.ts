import { limits } from '../../../protocol/limits.ts';
import type { Offer, Peer } from '../../../protocol/messages.ts';
import type { Heard, Seat } from '../../carriers/carrier.ts';
import { heal } from './heal.ts';
import { type About, answer, hangUp, isSameSession, offer, prepare, reach, restart, settle } from './two-party.ts';

export type Phase = 'free' | 'calling' | 'ringing' | 'talking' | 'waiting';

/** A call that this end has begun or taken. */
export type Call = {
  readonly peer: RTCPeerConnection;
  readonly partner: Peer;
  readonly about: RTCDataChannel;
  readonly over: AbortController;
  /** Its own offer, and those by which it was negotiated again. */
  readonly offers: string[];
  /** That of its offers which is set here: only to this one an answer fits. */
  stands?: string;
  /** Candidates belong to what was said last, and follow it. */
  said: PromiseWithResolvers<void>;
  isAnswered: boolean;
};

type Means = {
  seat: Seat;
  newPeer(): RTCPeerConnection;
  stream(): MediaStream;
  show(theirs: MediaStream): void;
  about(theirs: About): void;
  /** Something has changed; a sentence for people may say what. */
  told(sentence?: string): void;
};

export type End = ReturnType<typeof openEnd>;

/** One end of two: it calls, is called, answers, refuses, hangs up, and finds the way again when it was lost. */
export function openEnd({ seat, newPeer, stream, show, about, told }: Means) {
  let call: Call | undefined;
  let ringing: Offer | undefined;
  /** The call before, of which a farewell may still come. */
  let last: Call | undefined;
  /** Whose page went in the middle of a call, and until when they may come back to it without being answered again. */
  let gone: { seat: string; until: number } | undefined;
  /** Who left while they were called: if only their page was loaded anew, they are called again. */
  let missed: string | undefined;

  function begin(partner: Peer): Call {
    gone = missed = undefined;
    const peer = newPeer();
    const begun: Call = {
      peer,
      partner,
      over: new AbortController(),
      offers: [],
      said: Promise.withResolvers(),
      isAnswered: false,
      about: prepare(peer, stream(), {
        candidate: (found) => void begun.said.promise.then(() => seat.candidate(found)),
        stream: show,
        about,
      }),
    };
    const { signal } = begun.over;
    peer.addEventListener('connectionstatechange', () => told(), { signal });
    // The other end was closed. Its farewell may come later, or never: a page that is closed cannot always say it.
    begun.about.addEventListener('close', () => lose(goneWithoutAWord(partner)), { signal });
    return (call = begun);
  }

  function drop() {
    if (!call) return;
    last = call;
    call.over.abort();
    hangUp(call.peer);
    call = undefined;
  }

  function end(sentence: string) {
    drop();
    told(sentence);
  }

  /** Nobody has hung up, so whoever comes back goes on talking. */
  function lose(sentence: string) {
    gone = { seat: call!.partner.seat, until: Date.now() + limits.graceMs };
    end(sentence);
  }

  function miss(mine: Call) {
    drop();
    for (const offer of mine.offers) void seat.withdraw(offer);
    missed = mine.partner.seat;
  }

  async function ring(partner: Peer) {
    const mine = begin(partner);
    told(`Calling ${partner.name} …`);
    const reply = await say(mine, () => offer(mine.peer));
    if (!reply.ok && call === mine) return end(reply.sentence);
    // Only the end that called restarts: two that do would collide.
    const again = () => void say(mine, () => restart(mine.peer));
    heal(mine.peer, again, mine.over.signal);
  }

  /** Says a description of ours, and lets the candidates follow that belong to it. */
  async function say(mine: Call, make: () => Promise<RTCSessionDescription>) {
    const said = (mine.said = Promise.withResolvers());
    mine.stands = undefined;
    const asked = seat.offer(await make(), mine.partner.seat);
    // Right behind it, for the way keeps the order: what waited for the reply would come a journey there and back later.
    said.resolve();
    const reply = await asked;
    if (!reply.ok) return reply;
    // Whoever changed their mind before the server had it does not want to be answered.
    if (call !== mine) return seat.withdraw(reply.value.offer);
    mine.offers.push(reply.value.offer);
    mine.stands = reply.value.offer;
    return reply;
  }

  async function take(mine: Call, { id, description }: Offer) {
    const said = (mine.said = Promise.withResolvers());
    mine.offers.push(id);
    const asked = seat.answer(id, await answer(mine.peer, description));
    said.resolve();
    return asked;
  }

  /** Both have called each other: the one call is enough, and both seats know without asking which it is. */
  async function cross(theirs: Offer) {
    if (seat.you.seat < theirs.from.seat) return;
    const { offers } = call!;
    drop();
    for (const mine of offers) void seat.withdraw(mine);
    await pickUp(theirs);
  }

  async function hearPartner(mine: Call, offer: Offer) {
    if (!mine.isAnswered) return cross(offer);
    if (isSameSession(mine.peer, offer.description)) return void (await take(mine, offer));
    // Their page was loaded anew, and this connection leads to the page from before.
    drop();
    await pickUp(offer);
  }

  async function pickUp(taken: Offer) {
    ringing = undefined;
    const mine = begin(taken.from);
    mine.isAnswered = true;
    told();
    const reply = await take(mine, taken);
    // Perhaps it was taken back only to be made again.
    if (!reply.ok && call === mine) lose(reply.sentence);
  }

  function hangUpLate(by: Peer) {
    gone = undefined;
    told(`${by.name} has hung up.`);
  }

  async function hear(heard: Heard): Promise<void> {
    switch (heard.what) {
      case 'offerWaiting': {
        const { offer } = heard;
        if (call?.partner.seat === offer.from.seat) return hearPartner(call, offer);
        if (gone?.seat === offer.from.seat && Date.now() < gone.until) return pickUp(offer);
        // Whoever is busy or is rung already has no hand free for a second one.
        if (call?.isAnswered || ringing) return void (await seat.hangUp(offer.id));
        ringing = offer;
        return told(`${offer.from.name} is calling.`);
      }
      case 'answered':
        // On a slow way one offer may follow another before it is answered.
        if (!call || call.stands !== heard.offer.id) return;
        call.isAnswered = true;
        await settle(call.peer, heard.answer);
        return told();
      case 'candidateFound':
        if (call?.offers.includes(heard.offer)) await reach(call.peer, heard.candidate);
        return;
      case 'offerWithdrawn':
        if (ringing?.id !== heard.offer) return;
        ringing = undefined;
        return told('The call was taken back before you answered.');
      case 'hungUp':
        if (!call && last?.offers.includes(heard.offer)) return hangUpLate(heard.by);
        if (!call?.offers.includes(heard.offer)) return;
        return end(call.isAnswered ? `${heard.by.name} has hung up.` : `${heard.by.name} does not want to talk now.`);
      case 'peerLeft':
        // A page that is loaded anew leaves its old life and begins another, in the same seat.
        if (call?.partner.seat === heard.peer.seat && call.isAnswered) return lose(`${heard.peer.name} has left.`);
        if (call?.partner.seat === heard.peer.seat) miss(call);
        return told(`${heard.peer.name} has left.`);
      case 'peerJoined':
        return heard.peer.seat === missed ? ring(heard.peer) : told(`${heard.peer.name} is here.`);
      case 'connectionLost':
        return told('The server cannot be reached. A call goes on without it; nobody can be told anything new.');
      case 'connectionBack':
        return told('The server is back.');
      case 'turnedAway':
        return told(heard.why.sentence);
    }
  }
  // Once whoever opens this end holds it: what waits in the seat is heard at once.
  queueMicrotask(() => seat.listen((heard) => void hear(heard).catch((error) => end(`The call broke off. ${error}`))));

  return {
    get call() {
      return call;
    },
    get ringing() {
      return ringing;
    },
    get phase(): Phase {
      if (call) return call.isAnswered ? 'talking' : 'calling';
      if (ringing) return 'ringing';
      return seat.peers.some((peer) => peer.seat === gone?.seat) ? 'waiting' : 'free';
    },
    /** With whom a page that is loaded anew goes on: whoever it talks to, or whoever may come back themselves. */
    get partner(): string | undefined {
      if (call?.isAnswered) return call.partner.seat;
      return gone && Date.now() < gone.until ? gone.seat : undefined;
    },
    get others() {
      return seat.peers;
    },

    ring,
    pickUp: () => pickUp(ringing!),

    async refuse() {
      const { id, from } = ringing!;
      ringing = undefined;
      told(`You have refused the call of ${from.name}.`);
      await seat.hangUp(id);
    },

    async hangUp() {
      gone = missed = undefined;
      if (!call) return told('You have hung up.');
      const { offers, isAnswered } = call;
      const [first] = offers;
      end(isAnswered ? 'You have hung up.' : 'You have taken your call back.');
      if (first) await (isAnswered ? seat.hangUp(first) : seat.withdraw(first));
    },

    restart: () => call && say(call, () => restart(call!.peer)),
  };
}

const goneWithoutAWord = ({ name }: Peer) =>
  `${name} is gone without a word. If they come back within half a minute, the call goes on.`;
