import type { Call } from '../call.ts';
import type { Condition } from '../step.ts';

// What is asked here must leave no mark in the trace: so no connection is asked for its senders.

export const nothing: Condition = { says: 'Nothing.', holds: () => true };

export const hasMedia: Condition = {
  says: 'There are tracks to send.',
  holds: ({ stream }) => !!stream?.getTracks().length,
};
export const hasPeer: Condition = { says: 'There is a connection.', holds: ({ peer }) => peer !== undefined };
export const hasOffer: Condition = { says: 'There is an offer.', holds: ({ offer }) => offer !== undefined };
export const hasAnswer: Condition = { says: 'There is an answer.', holds: ({ answer }) => answer !== undefined };

const both = (says: string, one: Condition, other: Condition): Condition => ({
  says,
  holds: (call) => one.holds(call) && other.holds(call),
});

export const hasTracksAndPeer = both('There are tracks, and a connection to give them to.', hasMedia, hasPeer);
export const sends = both('The connection knows what it will send.', hasMedia, hasPeer);
export const hasPeerAndOffer = both('There is a connection, and her offer has come.', hasPeer, hasOffer);

export const listens: Condition = {
  says: 'There is a connection, and somebody listens to it.',
  holds: ({ peer }) => peer?.onicecandidate != null && peer.ontrack != null,
};

const isSet = (says: string, state: RTCSignalingState): Condition => ({
  says: `${says}: signalingState is ${state}.`,
  holds: ({ peer }) => peer?.signalingState === state,
});

export const ownOfferIsSet = isSet('Her own offer is set', 'have-local-offer');
export const herOfferIsSet = isSet('Her offer is set', 'have-remote-offer');
export const hasAnswerToHers = both('Her offer is set, and there is an answer to it.', herOfferIsSet, hasAnswer);
export const hasAnswerToHerOwn = both(
  'Her own offer is set and open, and there is an answer to it.',
  ownOfferIsSet,
  hasAnswer,
);

export const remoteIsSet: Condition = {
  says: 'Her offer is set here: candidates belong to a description.',
  holds: ({ peer }) => peer?.remoteDescription != null,
};
export const answerIsSet: Condition = {
  says: 'Offer and answer are both set: signalingState is stable.',
  holds: (call) => remoteIsSet.holds(call) && call.peer.signalingState === 'stable',
};

/** What only the server knows until it tells. */
export const isLeft = (says: string): Condition => ({ says, holds: () => true });
export const isSent = isLeft('The offer is on its way to Bob.');

export const sectionsOf = (description?: Call['offer']) => description?.sdp?.match(/^m=/gm)?.length ?? 0;
