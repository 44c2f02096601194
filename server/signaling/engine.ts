import type { Duplex } from 'node:stream';
import type { Socket } from 'socket.io';
import { limits } from '../../protocol/limits.ts';
import { tokenBucket } from '../token-bucket.ts';

type Connection = Socket['conn'];

/** What is dead is found within ten seconds, instead of forty-five. */
export const engineOptions = {
  pingInterval: 5_000,
  pingTimeout: 5_000,
  connectTimeout: 10_000,
  // A message costs more CPU compressed than bytes.
  perMessageDeflate: false,
  maxHttpBufferSize: limits.message,
};

/** How many characters wait here because the client does not read. Socket.IO itself would let them become any number. */
export function unread(conn: Connection): number {
  // Not part of its types, but the only place where it can be seen.
  const { writeBuffer } = conn as unknown as { writeBuffer: readonly { data?: unknown }[] };
  let sum = 0;
  for (const { data } of writeBuffer) sum += typeof data === 'string' ? data.length : 0;
  return sum;
}

/** Ends a connection without waiting until everything was read: whoever does not read would keep it open. */
export function drop(conn: Connection) {
  conn.close(true);
  webSocketOf(conn)?.terminate();
}

/** Lets go of the request that a connection began with. All that it says was read, and it would stay as long as they do. */
export function forgetRequest(conn: Connection) {
  Object.assign(conn, { request: undefined });
}

/** Below the messages there are pings, connects and noise, and most of it is answered. */
export function stopFloods(conn: Connection, now: () => number) {
  const bucket = tokenBucket(limits.packets, now);
  conn.on('packet', () => {
    bucket.take();
    if (bucket.isOverdrawn() || unread(conn) > limits.unread) drop(conn);
  });
}

/** What is told in one turn goes out in one piece: most of what a message costs is the call that hands it to the kernel. */
export function sendTogether(conn: Connection) {
  conn.on('flush', () => {
    const stream = webSocketOf(conn)?._socket;
    if (!stream || stream.writableCorked > 0) return;
    stream.cork();
    process.nextTick(() => stream.uncork());
  });
}

/** What its types do not show; nothing while the client polls. */
const webSocketOf = ({ transport }: Connection) =>
  (transport as unknown as { socket?: { terminate(): void; _socket?: Duplex } }).socket;
