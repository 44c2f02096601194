import type { Trace } from '../trace/trace.ts';
import type { Carrier, Heard, Seat } from './carrier.ts';
import type { Asked } from './line.ts';

type Names = Pick<Trace, 'append'>;

/** The same carrier. What each seat says and hears is noted, with the id by which a server notes the same message. */
export const recorded = (carrier: Carrier, trace: Names): Carrier => ({
  ...carrier,
  async join({ name, said, ...introduction }, signal) {
    const note = (message: Asked) => {
      trace.append({ who: name, what: 'sent', name: message.what, mail: message.mail, ...contents(message) });
      said?.(message);
    };
    const entered = await carrier.join({ ...introduction, name, said: note }, signal);
    return entered.ok ? { ok: true, value: listening(entered.value, name, trace) } : entered;
  },
});

const contents = (message: Asked) =>
  'description' in message
    ? { body: message.description }
    : 'candidate' in message
      ? { body: message.candidate }
      : undefined;

/** Looked at through the seat itself: who is there and under which token changes while one sits. */
function listening(seat: Seat, who: string, trace: Names): Seat {
  const listen = (hear: (heard: Heard) => void) =>
    seat.listen((heard) => {
      trace.append({ who, ...arrival(heard) });
      hear(heard);
    });
  return new Proxy(seat, { get: (seat, key) => (key === 'listen' ? listen : Reflect.get(seat, key)) });
}

/** By the names that a server has for the same messages. */
function arrival(heard: Heard) {
  switch (heard.what) {
    case 'offerWaiting':
      return received('offer', heard.offer.mail, heard.offer.description);
    case 'answered':
      return received('answer', heard.mail, heard.answer);
    case 'candidateFound':
      return received('candidate', heard.mail, heard.candidate);
    case 'hungUp':
      return received('hangUp', heard.mail, { by: heard.by.name });
    case 'offerWithdrawn':
      return event(heard.what, heard.why);
    case 'peerJoined':
    case 'peerLeft':
      return event(heard.what, heard.peer.name);
    case 'heldUp':
      return event(heard.what, { yours: heard.yours, forYou: heard.forYou });
    case 'turnedAway':
      return event(heard.what, heard.why.sentence);
    default:
      return event(heard.what);
  }
}

const received = (name: string, mail: string, body: unknown) => ({ what: 'received' as const, name, mail, body });
const event = (name: string, body?: unknown) => ({ what: 'event' as const, name, ...(body !== undefined && { body }) });
