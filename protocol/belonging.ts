import type { Candidate, Description } from './messages.ts';
import { type Call, type EarlyCandidate, isFor, type Room, type Seat } from './room.ts';

// The course's clients know no ids of offers. What they mean is found out here.

/** The offer that an answer without an id is for: the newest open one, of that caller if they name one. */
export function offerMeant(room: Room, me: Seat, caller: string | undefined, answer: Description): Call | undefined {
  const { seat } = me.peer;
  const calls = [...room.calls.values()].filter((call) => isFor(call, seat));
  const asked = calls.filter(({ offer }) => caller === undefined || offer.from.name === caller);
  return asked.find((call) => isAnsweredWith(call, seat, answer)) ?? asked.findLast((call) => !call.answer);
}

/** Whether this seat has given this very answer before. */
export const isAnsweredWith = ({ answer }: Call, seat: string, { sdp }: Description) =>
  answer?.by.seat === seat && answer.description.sdp === sdp;

/**
 * The offer that a candidate without an id belongs to. Its `usernameFragment` stands in the description that it came
 * from; where it has none, or the description is no real one, it belongs to what its sender offered or answered last.
 */
export function callOf(room: Room, me: Seat, candidate: Candidate): Call | undefined {
  const ufrag = candidate?.usernameFragment;
  const newest = room.calls.get(me.newest ?? '');
  if (ufrag) {
    const isMeant = (call: Call) => names(descriptionBy(call, me), ufrag);
    if (newest && isMeant(newest)) return newest;
    for (const call of room.calls.values()) if (isMeant(call)) return call;
  }
  return newest && fits(candidate, descriptionBy(newest, me)!) ? newest : undefined;
}

const descriptionBy = ({ offer, answer }: Call, { peer }: Seat): Description | undefined =>
  offer.from.seat === peer.seat ? offer.description : answer?.by.seat === peer.seat ? answer.description : undefined;

/** Parts the candidates that waited for this description from those that wait for others. */
export function takeEarly(me: Seat, offer: string, description: Description) {
  const mine = (early: EarlyCandidate) =>
    early.offer === undefined ? fits(early.candidate, description) : early.offer === offer;
  return {
    taken: me.early.filter(mine).map(({ mail, candidate }) => ({ mail, candidate })),
    // Whatever named no offer and does not fit came from a connection that was never described.
    left: me.early.filter((early) => early.offer !== undefined && early.offer !== offer),
  };
}

function fits(candidate: Candidate, description: Description): boolean {
  const ufrag = candidate?.usernameFragment;
  return !ufrag || ufragsIn(description).size === 0 || names(description, ufrag);
}

const names = (description: Description | undefined, ufrag: string) =>
  description !== undefined && ufragsIn(description).has(ufrag);

// Read once, not for every candidate: a description has thousands of characters.
const known = new WeakMap<Description, ReadonlySet<string>>();

function ufragsIn(description: Description): ReadonlySet<string> {
  const before = known.get(description);
  if (before) return before;
  const [, ...found] = description.sdp.split('a=ice-ufrag:');
  const ufrags = new Set(found.map((text) => /^[^\r\n]*/.exec(text)![0]));
  known.set(description, ufrags);
  return ufrags;
}
