import * as z from 'zod/mini';
import { courseOffer } from '../../protocol/course.ts';
import { type News, news } from '../../protocol/messages.ts';
import { read } from '../../protocol/read.ts';
import type { Reply } from '../../protocol/refusal.ts';
import type { Answered, Granted } from '../../protocol/room.ts';
import type { Asked } from './line.ts';

// The course's messages as a page says and hears them: the other half of protocol/course.ts.

/** The event, the payload and what stands beside it. */
export function toCourseMessage(request: Asked): [event: string, payload: unknown, ours: object] {
  const { mail } = request;
  switch (request.what) {
    case 'offer':
      return ['newOffer', request.description, { mail, offer: request.id, to: request.to }];
    case 'answer':
      return ['newAnswer', { offerId: request.offer, answer: request.description }, { mail }];
    case 'candidate':
      return ['sendIceCandidateToSignalingServer', { iceCandidate: request.candidate }, { mail, offer: request.offer }];
    case 'collect':
      return ['collectCandidates', { offer: request.offer }, { mail }];
    case 'withdraw':
      return ['withdrawOffer', { offer: request.offer }, { mail }];
    case 'hangUp':
      return ['hangUp', { offer: request.offer }, { mail }];
    case 'leave':
      return ['leave', {}, { mail }];
  }
}

/** What an acknowledgement says. Where candidates were held for one who asks, it is a list of them. */
export function readAnswer([answer, ours]: unknown[]): Reply<Granted> {
  if (!Array.isArray(answer)) return answer as Reply<Granted>;
  const { mails, ...about } = ours as { mails: string[] } & Omit<Answered, 'candidates'>;
  const candidates = answer.map((candidate, at) => ({ mail: mails[at]!, candidate }));
  return { ok: true, value: { ...about, candidates } };
}

type ToNews = (payload: unknown, ours: object) => News[];

const offers: ToNews = (payload) => {
  const said = read(z.array(courseOffer), payload, 'offers');
  return 'read' in said ? said.read.map((one) => ({ what: 'offerWaiting', offer: offerIn(one) })) : [];
};

const ourOwn =
  (what: News['what']): ToNews =>
  (payload) =>
    checked({ what, ...(payload as object) });

/** News, by the name of the event that brings them. */
export const courseEvents: Record<string, ToNews> = {
  availableOffers: offers,
  newOfferAwaiting: offers,
  answerResponse(payload, ours) {
    const said = read(courseOffer, payload, 'offer');
    if ('reason' in said) return [];
    return checked({ what: 'answered', offer: offerIn(said.read), answer: said.read.answer, ...ours });
  },
  receivedIceCandidateFromServer: (candidate, ours) => checked({ what: 'candidateFound', candidate, ...ours }),
  offerWithdrawn: ourOwn('offerWithdrawn'),
  hungUp: ourOwn('hungUp'),
  peerJoined: ourOwn('peerJoined'),
  peerLeft: ourOwn('peerLeft'),
  heldUp: ourOwn('heldUp'),
};

function offerIn({
  offerId: id,
  offererSeat: seat,
  mail,
  to,
  offererUserName: name,
  offer,
}: z.infer<typeof courseOffer>) {
  return { id, mail, from: { seat, name }, to, description: offer };
}

/** What a newer server says that this page does not know is passed over. */
function checked(said: object): News[] {
  const told = read(news, said, 'news');
  return 'read' in told ? [told.read] : [];
}
