import type { Trace } from '../../trace/trace.ts';

export type Told = 'offer' | 'answer' | 'candidate';

type Receive = (told: Told, body: unknown) => void;

/** Hands messages across the page, as a server would between two, and notes each as it leaves and as it arrives. */
export function createMailbox(trace: Trace, receivers: Record<string, Receive>) {
  let sent = 0;
  return function send(from: string, to: string, name: Told, body: unknown) {
    const mail = `hello:${++sent}`;
    // What crosses a wire is text: the other side gets a copy, never the object itself.
    const copy: unknown = JSON.parse(JSON.stringify(body));
    trace.append({ who: from, what: 'sent', name, body: copy, mail });
    queueMicrotask(() => {
      trace.append({ who: to, what: 'received', name, body: copy, mail });
      receivers[to]!(name, copy);
    });
  };
}
