import type { Candidate } from '../../../protocol/messages.ts';
import type { Reply } from '../../../protocol/refusal.ts';
import type { Carrier, Heard, Seat } from '../../carriers/carrier.ts';
import { type Door, openDoor } from '../../carriers/door.ts';
import type { Trace } from '../../trace/trace.ts';
import type { CallCarrier } from './call.ts';

type Means = {
  who: string;
  room: string;
  carrier(): Promise<Carrier>;
  trace: Pick<Trace, 'append'>;
  signal: AbortSignal;
};

/** One seat in a room and one call on it. */
export function callCarrier({ who, room, carrier, trace, signal }: Means): CallCarrier {
  const door = openDoor(who, trace);
  let seat: Seat;
  let offer = '';

  return {
    async connect() {
      seat = granted(await (await carrier()).join({ room, name: who }, signal));
      // Who comes and goes, and how the line is, stands in the trace already.
      seat.listen((news) => isOfTheCall(news) && door.put(news));
    },
    async offer(description) {
      ({ offer } = granted(await seat.offer(description)));
    },
    async nextOffer() {
      const { offer: waiting } = await door.next('offerWaiting');
      offer = waiting.id;
      return waiting.description;
    },
    async heldCandidates() {
      granted(await seat.collect(offer));
      return door.all('candidateFound').map(({ candidate }) => candidate);
    },
    async answer(description) {
      granted(await seat.answer(offer, description));
    },
    async nextAnswer() {
      return (await door.next('answered')).answer;
    },
    async candidate(candidate: Candidate) {
      granted(await seat.candidate(candidate));
    },
    // Whether the browser took it stands in the trace.
    eachCandidate: (hear) => door.each('candidateFound', ({ candidate }) => void hear(candidate).catch(() => {})),
  };
}

type OfTheCall = Parameters<Door['put']>[0];
const ofTheCall: readonly string[] = ['offerWaiting', 'answered', 'candidateFound'];
const isOfTheCall = (heard: Heard): heard is OfTheCall => ofTheCall.includes(heard.what);

function granted<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(reply.sentence, { cause: reply.refusal });
  return reply.value;
}
