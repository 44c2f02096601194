import { inThisPage } from '../carriers/in-this-page.ts';
import { recorded } from '../carriers/recorded.ts';
import { socketIo } from '../carriers/socket-io.ts';
import type { Trace } from '../trace/trace.ts';
import type { Reach } from './lab.ts';

/** How long a server may take to say that it is there, before a lab does without it. */
const patienceMs = 4_000;

/** Through the server, or where none answers through the same machine in this page. */
export async function reach(trace: Trace, signal: AbortSignal): Promise<Reach> {
  const through = (await serverAnswers(signal)) ? 'server' : 'page';
  return { through, carrier: recorded(through === 'server' ? socketIo() : inThisPage(), trace) };
}

/** A copy of the site on static hosting answers as well, but not like this. */
async function serverAnswers(signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch('/healthz', { signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]) });
    const { uptime } = (await answer.json()) as { uptime?: unknown };
    return answer.ok && typeof uptime === 'number';
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
