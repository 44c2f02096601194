import { limits } from '../../protocol/limits.ts';
import type { Candidate, News, Peer, Request } from '../../protocol/messages.ts';
import { done, type Refused, type Reply, refuse } from '../../protocol/refusal.ts';
import type { Granted } from '../../protocol/room.ts';
import type { Heard, Introduction, Seat } from './carrier.ts';
import { lastingLine } from './lasting-line.ts';
import { openLedger } from './ledger.ts';
import type { Asked, Transport, Welcomed } from './line.ts';
import { openMailbox } from './mailbox.ts';
import { newId } from './new-id.ts';
import { openPresence } from './presence.ts';

const gone = refuse({ reason: 'not-here' });

type Pending = { request: Asked; settle(reply: Reply<Granted>): void };

/** Takes a seat, and keeps it over connections that come and go. */
export async function takeSeat(
  dial: Transport['dial'],
  { room, password = '', name, token: before = '', said = () => {}, overhear }: Introduction,
  signal: AbortSignal,
): Promise<Reply<Seat>> {
  const [ledger, presence, mailbox] = [openLedger(), openPresence(), openMailbox<Heard>()];
  const pending = new Map<string, Pending>();
  const over = new AbortController();
  const mails = newId();
  let [token, asked, lostAt] = [before, 0, 0];
  let isLeaving = false;
  let you: Peer | undefined;
  let heard: number | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const line = lastingLine(
    dial,
    {
      hello: () => ({ room, password, name, seat: token, heard, watch: false }),
      welcome: settleIn,
      news(news, nr = heard) {
        heard = nr;
        hear(news);
      },
      lost() {
        if (isLeaving) return end(gone);
        lostAt = Date.now();
        mailbox.put({ what: 'connectionLost' });
      },
      turnedAway(why) {
        mailbox.put({ what: 'turnedAway', why });
        end(why);
      },
      overhear,
    },
    over.signal,
  );

  // #region asking
  function ask(request: Request): Promise<Reply<Granted>> {
    if (over.signal.aborted) return Promise.resolve(refuse({ reason: 'not-here' }));
    const mail = `${mails}.${++asked}`;
    const mailed: Asked = { ...request, mail };
    if (mailed.what === 'offer') mailed.id = `${you!.seat}:${mail}`;
    if (mailed.what === 'candidate') mailed.offer ??= ledger.newest;
    ledger.say(mailed);
    said(mailed);
    const { promise, resolve: settle } = Promise.withResolvers<Reply<Granted>>();
    pending.set(mail, { request: mailed, settle });
    if (canBeSaid(mailed)) send([mailed]);
    return promise;
  }

  const canBeSaid = (request: Asked) => !ledger.hasToWait(request, presence.missing);

  function send(requests: readonly Asked[]) {
    for (const request of requests) line.ask(request, (reply) => answered(request, reply));
  }

  function answered(request: Asked, reply: Reply<Granted>) {
    if (reply.ok && reply.value && 'candidates' in reply.value) {
      const { candidates, ...about } = reply.value;
      for (const held of candidates) hear({ what: 'candidateFound', ...held, ...about });
    }
    const waiting = pending.get(request.mail);
    if (!waiting) return;
    pending.delete(request.mail);
    if (reply.ok) ledger.granted(request);
    else ledger.refused(request);
    // A request that comes twice is answered with a bare "done", but it is known what was done.
    const isOffer = reply.ok && request.what === 'offer';
    waiting.settle(isOffer ? done({ offer: request.id! }) : reply);
  }
  // #endregion asking

  // #region coming back
  function settleIn(welcomed: Welcomed) {
    const isBack = you !== undefined;
    ({ you, token = token } = welcomed);
    if (isBack) mailbox.put({ what: 'connectionBack' });
    if (isBack && welcomed.resumed) return send(allPending());
    heard = welcomed.last;
    if (isBack) startAgain(welcomed.peers);
    else for (const peer of welcomed.peers) presence.hear({ what: 'peerJoined', peer });
  }

  /** The server does not know this seat any more: it was restarted, or we were away for too long. */
  function startAgain(present: readonly Peer[]) {
    presence.forgotten(present);
    const isGraceOver = Date.now() - lostAt > limits.graceMs;
    if (isGraceOver) {
      ledger.outlived();
      giveUpOnTheMissing();
    }
    ledger.forgotten();
    catchUp(allPending());
    for (const peer of present) hear({ what: 'peerJoined', peer });
    clearTimeout(patience);
    patience = setTimeout(giveUpOnTheMissing, limits.graceMs);
  }

  /** Tells the server again what it does not know, and then what waited for that; each once. */
  function catchUp(waiting: readonly Asked[]) {
    const again = ledger.untold(presence.missing);
    const isSaid = (request: Asked) => again.some(({ mail }) => mail === request.mail);
    send([...again, ...waiting.filter((request) => !isSaid(request) && canBeSaid(request))]);
  }

  function giveUpOnTheMissing() {
    for (const peer of presence.missing) hear({ what: 'peerLeft', peer });
    for (const news of ledger.waitNoLonger()) hear(news);
    send(allPending());
  }

  const allPending = () => [...pending.values()].map(({ request }) => request);
  // #endregion coming back

  function hear(news: News) {
    // What others do while the farewell is on its way is nobody's news here.
    if (isLeaving) return;
    const { isNew, again } = ledger.hear(news);
    send(again);
    if (news.what === 'peerJoined' || news.what === 'peerLeft') comesOrGoes(news);
    else if (isNew) mailbox.put(news);
  }

  function comesOrGoes(news: Extract<News, { what: 'peerJoined' | 'peerLeft' }>) {
    const wasWaitedFor = presence.missing.length > 0;
    if (presence.hear(news)) mailbox.put(news);
    catchUp(wasWaitedFor && presence.missing.length === 0 ? allPending() : []);
  }

  async function leave() {
    // Nobody comes back to say that they leave: who is not connected is gone when the time for coming back is over.
    isLeaving = true;
    const reply = line.isUp ? await ask({ what: 'leave' }) : gone;
    end(gone);
    return reply;
  }

  function end(why: Refused) {
    over.abort();
    clearTimeout(patience);
    for (const { settle } of pending.values()) settle(why);
    pending.clear();
  }

  signal.throwIfAborted();
  signal.addEventListener('abort', () => void leave(), { signal: over.signal });
  const entered = await line.connect();
  if (!entered.ok) return entered;
  const seat: Seat = {
    get you() {
      return you!;
    },
    get peers() {
      return presence.list;
    },
    get token() {
      return token;
    },
    listen: mailbox.listen,
    offer: (description, to) =>
      ask({ what: 'offer', to, description: plain(description) }) as ReturnType<Seat['offer']>,
    answer: (offer, description) =>
      ask({ what: 'answer', offer, description: plain(description) }) as ReturnType<Seat['answer']>,
    collect: (offer) => ask({ what: 'collect', offer }),
    candidate: (candidate, offer) => ask({ what: 'candidate', offer, candidate: plainCandidate(candidate) }),
    withdraw: (offer) => ask({ what: 'withdraw', offer }),
    hangUp: (offer) => ask({ what: 'hangUp', offer }),
    leave,
  };
  return { ok: true, value: seat };
}

// What a browser hands out are objects of its own, which have to be made plain before they can be kept or compared.
const plain = ({ type, sdp = '' }: RTCSessionDescriptionInit) => ({ type, sdp });
const plainCandidate = (candidate: RTCIceCandidate | RTCIceCandidateInit | null): Candidate =>
  candidate && JSON.parse(JSON.stringify(candidate));
