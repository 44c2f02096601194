import type { Request } from './messages.ts';
import type { Fact, Input } from './room.ts';

/** A request as an input of its room: with when, from which seat and under which id. */
export function inputFor(request: Request, { at, from, mail, ack }: Fact): Input {
  const fact = { at, from, mail, ack, isOwnId: request.mail !== undefined };
  switch (request.what) {
    case 'offer': {
      const { id = `${fact.from}:${fact.mail}`, to, description, oneAtATime } = request;
      return { ...fact, what: 'offered', offer: id, to, description, oneAtATime };
    }
    case 'answer': {
      const { offer, caller, description } = request;
      return { ...fact, what: 'answered', offer, caller, description };
    }
    case 'collect':
      return { ...fact, what: 'collected', offer: request.offer };
    case 'candidate':
      return { ...fact, what: 'candidateFound', offer: request.offer, candidate: request.candidate };
    case 'withdraw':
      return { ...fact, what: 'offerWithdrawn', offer: request.offer };
    case 'hangUp':
      return { ...fact, what: 'hungUp', offer: request.offer };
    case 'leave':
      return { ...fact, what: 'left' };
  }
}
