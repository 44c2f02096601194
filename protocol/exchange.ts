import { deliver, type Ruling } from './deliver.ts';
import { holdBack, leaveDesk, passOn } from './keeping.ts';
import { addCandidate, answer, collect, end, offer } from './negotiation.ts';
import { enter, leave, loseConnection } from './presence.ts';
import { done, type Refusal, refuse } from './refusal.ts';
import type { Input, Room, Step } from './room.ts';

// #region exchange
/** One room and one input: what becomes of the room, and who is told what. The answer to the sender comes first. */
export function exchange(room: Room, input: Input): Step {
  const decided = decide(room, input);
  const ruling = 'reason' in decided ? decided : holdBack(room, input, decided);
  const refused = 'reason' in ruling;
  const { state, tell } = refused ? { state: room, tell: [] } : deliver(ruling, input);
  const to = (state.seats.get(input.from) ?? room.seats.get(input.from))?.peer ?? { seat: input.from, name: '' };
  return { state, tell: [{ to, re: input.mail, reply: refused ? refuse(ruling) : done(ruling.value) }, ...tell] };
}
// #endregion exchange

function decide(room: Room, input: Input): Ruling | Refusal {
  if (input.what === 'misread') return input.refusal;
  if (input.what === 'passedOn') return passOn(room, input);
  if (input.what === 'keeperWent') return leaveDesk(room, input);
  if ('lock' in input) return enter(room, input);
  const me = room.seats.get(input.from);
  if (!me) return { reason: 'not-here' };
  // #region once
  // Whoever doubts that a message arrived sends it again. What brings candidates back brings them again.
  const isRepeated = input.isOwnId && me.applied.includes(input.mail);
  if (isRepeated && input.what !== 'answered' && input.what !== 'collected') return { room };
  // #endregion once
  switch (input.what) {
    case 'offered':
      return offer(room, input, me);
    case 'answered':
      return answer(room, input, me);
    case 'collected':
      return collect(room, input, me);
    case 'candidateFound':
      return addCandidate(room, input, me);
    case 'offerWithdrawn':
    case 'hungUp':
      return end(room, input, me);
    case 'connectionLost':
      return loseConnection(room, input, me);
    case 'graceOver':
      return me.awaySince === input.awaySince ? leave(room, me) : { room };
    case 'left':
      return leave(room, me);
  }
}
