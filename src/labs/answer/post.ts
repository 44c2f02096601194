import type { Trace } from '../../trace/trace.ts';

const otherOf = { alice: 'bob', bob: 'alice' } as const;

/** Carries messages across the page as text, in the order in which they were sent, and notes each twice. */
export function openPost(trace: Trace, hear: Record<'alice' | 'bob', (name: string, body: unknown) => void>) {
  let sent = 0;
  return (from: 'alice' | 'bob', name: string, body: unknown) => {
    const mail = `answer:${++sent}`;
    const to = otherOf[from];
    const copy: unknown = JSON.parse(JSON.stringify(body ?? null));
    trace.append({ who: from, what: 'sent', name, body: copy, mail });
    queueMicrotask(() => {
      trace.append({ who: to, what: 'received', name, body: copy, mail });
      hear[to](name, copy);
    });
  };
}
