import * as z from 'zod/mini';
import type { Entry } from '../../../protocol/entry.ts';
import { entrySchema } from '../../../protocol/entry-schema.ts';
import type { Witnessed } from '../../../protocol/witness.ts';
import type { Trace } from '../../trace/trace.ts';
import { betweenPages } from './between-pages.ts';
import { onwards } from './onwards.ts';
import { serversNamed } from './servers-named.ts';
import type { Side } from './step.ts';

/** Either an entry, the `nr`th of this attempt, or a wish to be told of all of them once more. */
const message = z.union([
  z.object({ nr: z.int().check(z.nonnegative()), entry: entrySchema }),
  z.object({ again: z.literal(true) }),
]);
type Message = { nr: number; entry: Entry } | { again: true };

type Means = { room: string; me: Side; other: Side; trace: Trace; signal: AbortSignal; met(isThere: boolean): void };

/**
 * Two pages record one call: each tells the other what it records of its own, as it happens and from the beginning. Who
 * cannot be told so is known by what the server tells of them.
 */
export function oneTrace({ room, me, other, trace, signal, met }: Means) {
  const channels = new Set<RTCDataChannel>();
  let mine: Entry[] = [];
  let numbered = onwards(other, trace.entries);

  const send = (channel: RTCDataChannel, message: Message) => channel.send(JSON.stringify(message));
  const sendAll = (channel: RTCDataChannel) => {
    for (const [nr, entry] of mine.entries()) send(channel, { nr, entry });
  };

  trace.follow((entry) => {
    if (entry.who !== me) return;
    const nr = mine.push(entry) - 1;
    for (const channel of channels) send(channel, { nr, entry });
  }, signal);

  function hear(channel: RTCDataChannel, data: unknown) {
    const read = message.safeParse(readJson(data));
    if (!read.success) return;
    if ('again' in read.data) return sendAll(channel);
    const { nr, entry } = read.data;
    // They tell of themselves, and of nobody else.
    if (entry.who !== other) return;
    if (nr === 0) numbered = onwards(other, trace.entries);
    trace.take(numbered([entry as Witnessed]));
  }

  async function meet() {
    const iceServers = await serversNamed(signal);
    await betweenPages({ room, name: me, iceServers, signal, met }, (channel) => {
      channels.add(channel);
      channel.onmessage = ({ data }) => hear(channel, data);
      channel.onclose = () => channels.delete(channel);
      sendAll(channel);
    });
  }
  // Without a server nobody is elsewhere.
  meet().catch(() => {});

  return {
    /** What was recorded so far belongs to an attempt that is over. */
    beginAgain() {
      mine = [];
      for (const channel of channels) send(channel, { again: true });
    },
  };
}

function readJson(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
