import type { Carrier } from '../carriers/carrier.ts';
import { recorded } from '../carriers/recorded.ts';
import type { Trace } from '../trace/trace.ts';
import type { Reach } from './lab.ts';

/** How long a server may take to say that it is there, before a lab does without it. */
const patienceMs = 4_000;

/** Through the server, or where none answers through the same machine in this page. */
export async function reach(trace: Trace, signal: AbortSignal): Promise<Reach> {
  const through = (await serverAnswers(signal)) ? 'server' : 'page';
  return { through, carrier: recorded(await carrierOf[through](), trace) };
}

// Each is fetched by whoever needs it: the room in this page weighs as much as the way to the server.
const carrierOf: Record<Reach['through'], () => Promise<Carrier>> = {
  server: async () => {
    // Its client comes along: whoever connects later may find no server to fetch it from.
    const [{ socketIo }] = await Promise.all([import('../carriers/socket-io.ts'), import('socket.io-client')]);
    return socketIo();
  },
  page: async () => (await import('../carriers/in-this-page.ts')).inThisPage(),
};

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
