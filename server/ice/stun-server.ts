import { createSocket, type Socket, type SocketType } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { limits } from '../../protocol/limits.ts';
import { networkOf } from '../network-of.ts';
import { tokenBuckets } from '../token-bucket.ts';
import { answerBinding } from './answer-binding.ts';

type Place = { type: SocketType; address: string };

export type StunServer = Awaited<ReturnType<typeof openStun>>;

/** Answers STUN over UDP at every address that the host stands for. Where that is not possible it says so, and no more. */
export async function openStun(host: string, port: number, now: () => number = Date.now) {
  const errors = tokenBuckets(limits.stun.errors, now);
  const sockets: Socket[] = [];
  const problems: string[] = [];
  for (const place of await placesOf(host)) {
    try {
      sockets.push(await bind(place, port));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A machine that was built without IPv6 misses nothing.
      if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') problems.push(`${place.address} (${code})`);
    }
  }

  for (const socket of sockets)
    socket.on('message', (datagram, { address, port }) => {
      const answer = answerBinding(datagram, { address, port });
      if (!answer || (answer.isError && !mayErr(address))) return;
      // With a callback, what cannot be sent is no event that ends the process: it is a packet lost.
      socket.send(answer.bytes, port, address, () => {});
    });

  function mayErr(address: string): boolean {
    const network = networkOf(address);
    if (errors.waitMs(network) > 0) return false;
    errors.take(network);
    return true;
  }

  return {
    /** Where questions are answered, if anywhere. */
    port: sockets.length > 0 ? port : undefined,
    problem: problems.length > 0 ? `No STUN at UDP port ${port} of ${problems.join(' and ')}: ${advice}` : undefined,
    close() {
      for (const socket of sockets) socket.close();
    },
  };
}

const advice = 'everything else runs, but a call without a camera may find no way. Try another --port.';

async function placesOf(host: string): Promise<Place[]> {
  if (host === 'localhost') return [place('127.0.0.1', 4), place('::1', 6)];
  if (host === '::') return [place('0.0.0.0', 4), place('::', 6)];
  const { address, family } = await lookup(host);
  return [place(address, family)];
}

const place = (address: string, family: number): Place => ({ type: family === 4 ? 'udp4' : 'udp6', address });

async function bind({ type, address }: Place, port: number): Promise<Socket> {
  const socket = createSocket({ type, ipv6Only: type === 'udp6' });
  try {
    const listening = once(socket, 'listening');
    socket.bind(port, address);
    await listening;
  } catch (cause) {
    socket.close();
    throw cause;
  }
  // What comes back from a closed port of somebody else is an error of this socket on some systems, and nobody's news.
  socket.on('error', () => {});
  return socket;
}
