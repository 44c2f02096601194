import type { Trace } from '../../trace/trace.ts';

export type Told = 'offer' | 'answer' | 'candidate';

type Receive = (told: Told, body: unknown) => void;

/** A message between two: `deliver` brings it to whom it is for. */
export type Letter = { mail: string; from: string; to: string; name: Told; body: unknown; deliver(): void };

/**
 * Takes messages across the page, as a server would between two, and notes each as it leaves and as it arrives. How long
 * one lies in between is up to whoever carries.
 */
export function createMailbox(trace: Trace, receivers: Record<string, Receive>, carry: (letter: Letter) => void) {
  let sent = 0;
  return function send(from: string, to: string, name: Told, body: unknown) {
    const mail = `hello:${++sent}`;
    // What crosses a wire is text: the other side gets a copy, never the object itself.
    const copy: unknown = JSON.parse(JSON.stringify(body));
    trace.append({ who: from, what: 'sent', name, body: copy, mail });
    const deliver = () => {
      trace.append({ who: to, what: 'received', name, body: copy, mail });
      receivers[to]!(name, copy);
    };
    carry({ mail, from, to, name, body: copy, deliver });
  };
}
