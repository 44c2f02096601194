import type { Heard, Seat } from '../../carriers/carrier.ts';
import { type Attempt, openAttempt } from './attempt.ts';
import { type Facts, noFacts } from './facts.ts';
import { probe } from './probe.ts';
import { readLetter, type Trial, withLetter } from './told.ts';

export type Role = 'laptop' | 'phone';

type Means = {
  seat: Seat;
  iceServers: readonly RTCIceServer[];
  become(change: Partial<Facts>): void;
};

/** Attempts, each with the id of its offer. Held here, or Firefox would forget a connection that only its listeners know. */
function openAttempts({ seat, iceServers, become }: Means) {
  let all: { attempt: Attempt; offer: Promise<string> }[] = [];
  return {
    begin(trial: Trial, offer: Promise<string>): Attempt {
      const attempt = openAttempt(trial, {
        iceServers,
        send: (candidate) => void offer.then((id) => seat.candidate(candidate, id)),
        become: (outcome) => become({ [trial]: outcome }),
      });
      all.push({ attempt, offer });
      return attempt;
    },
    async of(id: string): Promise<Attempt | undefined> {
      for (const { attempt, offer } of all) if ((await offer) === id) return attempt;
      return undefined;
    },
    clear() {
      for (const { attempt } of all) attempt.close();
      all = [];
    },
  };
}

/** The laptop waits for a phone, answers what it offers, and reads what it says of itself. The newest phone counts. */
export function awaitPhone(means: Means) {
  const { seat, become } = means;
  const attempts = openAttempts(means);
  let phone = '';
  listen(seat, 'phone', async (heard) => {
    if (heard.what === 'peerJoined') {
      attempts.clear();
      phone = heard.peer.seat;
      become({ ...noFacts, met: true });
    }
    if (heard.what === 'peerLeft' && heard.peer.seat === phone) become({ gone: true });
    if (heard.what === 'candidateFound') await (await attempts.of(heard.offer))?.reach(heard.candidate);
    if (heard.what !== 'offerWaiting' || heard.offer.from.seat !== phone) return;
    const letter = readLetter(heard.offer.description);
    if (!letter) return;
    become({ told: letter.told });
    const { id } = heard.offer;
    await seat.answer(id, await attempts.begin(letter.trial, Promise.resolve(id)).answer(letter.description));
  });
}

/** The phone looks around by itself first, and then tries both ways to the laptop. */
export function callLaptop(means: Means) {
  const { seat, iceServers, become } = means;
  const attempts = openAttempts(means);
  let laptop = '';

  async function call(partner: string) {
    attempts.clear();
    laptop = partner;
    become({ ...noFacts, met: true });
    const told = await probe(iceServers);
    if (laptop !== partner) return;
    become({ told });
    for (const trial of ['all', 'names'] as const) {
      const offer = Promise.withResolvers<string>();
      const attempt = attempts.begin(trial, offer.promise);
      const reply = await seat.offer(withLetter(await attempt.offer(), { trial, told }), partner);
      if (reply.ok) offer.resolve(reply.value.offer);
    }
  }

  listen(seat, 'laptop', async (heard) => {
    if (heard.what === 'peerJoined') await call(heard.peer.seat);
    if (heard.what === 'peerLeft' && heard.peer.seat === laptop) become({ gone: true });
    if (heard.what === 'answered') await (await attempts.of(heard.offer.id))?.settle(heard.answer);
    if (heard.what === 'candidateFound') await (await attempts.of(heard.offer))?.reach(heard.candidate);
  });
}

/** Who of this role is there already has joined; others of one's own kind are nobody's business. */
function listen(seat: Seat, role: Role, hear: (heard: Heard) => Promise<void>) {
  const take = (heard: Heard) => {
    if (heard.what === 'peerJoined' && !heard.peer.name.startsWith(role)) return;
    // A connection that ended while something was on its way to it is no trouble of anybody's.
    hear(heard).catch((error) => console.warn('The check stumbled.', error));
  };
  const there = seat.peers.findLast(({ name }) => name.startsWith(role));
  if (there) take({ what: 'peerJoined', peer: there });
  seat.listen(take);
}
