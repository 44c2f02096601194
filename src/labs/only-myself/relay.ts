import type { Trace } from '../../trace/trace.ts';
import type { Told } from './only-myself.ts';

type Hear = (told: Told, body: unknown) => void;

/** A server that passes on what it gets to whoever is there just then, and keeps nothing. */
export function openRelay(trace: Trace) {
  const there = new Map<string, Hear>();
  let sent = 0;
  return {
    join: (who: string, hear: Hear) => void there.set(who, hear),
    tell(from: string, told: Told, body: unknown) {
      const mail = `relay:${++sent}`;
      const copy: unknown = JSON.parse(JSON.stringify(body));
      trace.append({ who: from, what: 'sent', name: told, body: copy, mail });
      for (const [to, hear] of there) {
        if (to === from) continue;
        queueMicrotask(() => {
          trace.append({ who: to, what: 'received', name: told, body: copy, mail });
          hear(told, copy);
        });
      }
    },
  };
}
