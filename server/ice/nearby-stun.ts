import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { lanAddresses } from '../addresses.ts';
import { answerBinding, type Sender } from './answer-binding.ts';

export type NearbyStun = Awaited<ReturnType<typeof openNearby>>;

type Answer = (datagram: Buffer, asker: Sender) => Buffer | undefined;

/**
 * A STUN server under the addresses of the network, which a page on this very machine can ask: from there a browser asks
 * nobody at a loopback address. It counts its answers, since where no NAT is nothing else shows that there were any. Only
 * this machine is answered, unless it serves a class.
 */
export async function openNearby(forOthers: boolean, own = lanAddresses, answer: Answer = honestly) {
  const socket = createSocket('udp4');
  const listening = once(socket, 'listening');
  socket.bind(0);
  await listening;
  let answered = 0;
  socket.on('error', () => {});
  socket.on('message', (datagram, { address, port }) => {
    if (!forOthers && !own().includes(address)) return;
    const bytes = answer(datagram, { address, port });
    if (!bytes || bytes.length > 2 * datagram.length) return;
    answered++;
    socket.send(bytes, port, address, () => {});
  });
  const { port } = socket.address();
  return { port, answered: () => answered, close: () => void socket.close() };
}

const honestly: Answer = (datagram, asker) => answerBinding(datagram, asker)?.bytes;

/** Where a page finds it: under the name by which it called us, or an address of the network. */
export function nearbyUrl(host: string, port: number | undefined, own = lanAddresses()): string | undefined {
  if (port === undefined) return undefined;
  const { hostname } = new URL(`http://${host}`);
  const isLoopback = /^(localhost|127\..*|\[::1\])$/.test(hostname);
  const name = isLoopback ? own.find((address) => !address.includes(':')) : hostname;
  return name && `stun:${name}:${port}`;
}
