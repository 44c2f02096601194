import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { candidate, description, hello, id, type News, type Offer, type Request } from './messages.ts';
import { read } from './read.ts';
import type { Refusal, Reply } from './refusal.ts';
import type { Granted } from './room.ts';

// How the course's programs say it over Socket.IO: its events, its payloads, both its spellings. What is ours stands
// beside the payload, as a second argument. Only an offer carries more than theirs does, since they send the whole of it
// back with the answer, and so its id comes home.

const name = z.nullish(z.string().check(z.maxLength(limits.nameSaid)));

/** `auth` of `io.connect`. */
export const handshake = z.pipe(
  z.extend(z.omit(hello, { name: true }), { userName: name, username: name }),
  z.transform(({ userName, username, ...ours }) => ({ ...ours, name: userName ?? username ?? '' })),
);

/** Beside what a client sends. */
const beside = z.object({ mail: z.optional(id), offer: z.optional(id), to: z.optional(id) });
type Beside = z.infer<typeof beside>;

const message =
  <Payload extends z.ZodMiniType>(
    event: string,
    payload: Payload,
    toRequest: (payload: z.infer<Payload>, ours: Beside) => Request,
  ) =>
  (said: unknown, besides?: unknown): Request | Refusal => {
    const theirs = read(payload, said, event);
    if ('reason' in theirs) return theirs;
    if (besides === undefined) return toRequest(theirs.read, {});
    const ours = read(beside, besides, event);
    return 'reason' in ours ? ours : toRequest(theirs.read, ours.read);
  };

/** Everything that a client may send, by the name of its event. */
export const courseMessages = {
  newOffer: message('newOffer', description, (description, { mail, offer: id, to }) => {
    return { what: 'offer', mail, id, to, description };
  }),
  newAnswer: message(
    'newAnswer',
    z.object({ offerId: z.optional(id), offererUserName: name, offerUserName: name, answer: description }),
    ({ offerId, offererUserName, offerUserName, answer }, { mail, offer = offerId }) => {
      const caller = offererUserName ?? offerUserName ?? undefined;
      return { what: 'answer', mail, offer, caller, description: answer };
    },
  ),
  // The name and the role that a client claims in here are not even read: both are known from who sends it.
  sendIceCandidateToSignalingServer: message(
    'sendIceCandidateToSignalingServer',
    z.object({ iceCandidate: candidate }),
    ({ iceCandidate: candidate }, { mail, offer }) => ({ what: 'candidate', mail, offer, candidate }),
  ),
  collectCandidates: message('collectCandidates', z.object({ offer: id }), ({ offer }, { mail }) => {
    return { what: 'collect', mail, offer };
  }),
  withdrawOffer: message('withdrawOffer', z.object({ offer: id }), ({ offer }, { mail }) => {
    return { what: 'withdraw', mail, offer };
  }),
  hangUp: message('hangUp', z.object({ offer: id }), ({ offer }, { mail }) => ({ what: 'hangUp', mail, offer })),
  leave: message('leave', z.unknown(), (_, { mail }) => ({ what: 'leave', mail })),
};
export type CourseMessage = keyof typeof courseMessages;

/** An offer as the course's clients know it. */
export const courseOffer = z.object({
  offerId: id,
  offererSeat: id,
  mail: id,
  to: z.optional(id),
  offererUserName: z.string(),
  offer: description,
  answererUserName: z.nullable(z.string()),
  answer: z.nullable(description),
});

const noCandidates = {
  offerIceCandidates: [],
  offererIceCandidates: [],
  answerIceCandidates: [],
  answererIceCandidates: [],
};

export function toCourseOffer(offer: Offer, answered?: Extract<News, { what: 'answered' }>) {
  const { id, mail, from, to, description } = offer;
  const [caller, answerer] = [from.name, answered?.by.name ?? null];
  return {
    ...{ offerId: id, offererSeat: from.seat, mail, to },
    ...{ offererUserName: caller, offerUserName: caller, offer: description },
    ...{ answererUserName: answerer, answerUserName: answerer, answer: answered?.answer ?? null },
    // Addresses are for whoever answers: they come with the acknowledgement, as in the course, and after it one by one.
    ...noCandidates,
  };
}

/** The event, the payload and what stands beside it. */
export function toCourseEvent(news: News): [event: string, payload: unknown, ours: object] {
  switch (news.what) {
    case 'offerWaiting':
      return ['newOfferAwaiting', [toCourseOffer(news.offer)], {}];
    case 'answered':
      return ['answerResponse', toCourseOffer(news.offer, news), { mail: news.mail, by: news.by }];
    case 'candidateFound': {
      const { mail, offer, from } = news;
      return ['receivedIceCandidateFromServer', news.candidate, { mail, offer, from }];
    }
    default: {
      const { what, ...ours } = news;
      return [what, ours, {}];
    }
  }
}

/** What an acknowledgement is called with. The one of an answer is, as in the course, the candidates so far. */
export function toCourseAnswer(reply: Reply<Granted>): unknown[] {
  if (!reply.ok || !reply.value || !('candidates' in reply.value)) return [reply];
  const { candidates, ...about } = reply.value;
  return [candidates.map(({ candidate }) => candidate), { ...about, mails: candidates.map(({ mail }) => mail) }];
}
