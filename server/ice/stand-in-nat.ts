import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { lanAddresses } from '../addresses.ts';
import { answerBinding } from './answer-binding.ts';
import { attributeTypes, readMessage, writeMessage } from './stun-message.ts';

/** An address for documents, RFC 5737: nobody has it, and nothing that is sent there arrives. */
export const seenAs = '203.0.113.7';

export type StandIn = Awaited<ReturnType<typeof openStandIn>>;

/**
 * A STUN server that does what a NAT would: whoever asks is told an address that is not theirs. Where no NAT is, a browser
 * sees in no other way what becomes of one. As a relay it refuses everybody. Only this machine is answered, unless it serves a class.
 */
export async function openStandIn(forOthers: boolean, own = lanAddresses) {
  const socket = createSocket('udp4');
  const listening = once(socket, 'listening');
  socket.bind(0);
  await listening;
  socket.on('error', () => {});
  socket.on('message', (datagram, { address, port }) => {
    if (!forOthers && !own().includes(address)) return;
    const answer = refuseRelay(datagram) ?? answerBinding(datagram, { address: seenAs, port })?.bytes;
    if (answer && answer.length <= 2 * datagram.length) socket.send(answer, port, address, () => {});
  });
  const { port } = socket.address();
  return { port, close: () => void socket.close() };
}

const allocate = { request: 0x0003, error: 0x0113 };
const realm = 0x0014;
const nonce = 0x0015;

/** A relay that lets nobody in, RFC 8656 §7.2: whatever the password is, it is the wrong one. */
function refuseRelay(datagram: Buffer): Buffer | undefined {
  const question = readMessage(datagram);
  if (question?.type !== allocate.request) return undefined;
  const attributes = [
    { type: attributeTypes.errorCode, value: Buffer.from([0, 0, 4, 1]) },
    { type: realm, value: Buffer.from('t') },
    { type: nonce, value: Buffer.from('t') },
  ];
  return writeMessage({ type: allocate.error, transaction: question.transaction, attributes, isFingerprinted: false });
}

/** Where a page finds it: under an address of the network, since a browser asks nobody from there at a loopback address. */
export function standInUrl(host: string, port: number | undefined, own = lanAddresses()): string | undefined {
  if (port === undefined) return undefined;
  const { hostname } = new URL(`http://${host}`);
  const isLoopback = /^(localhost|127\..*|\[::1\])$/.test(hostname);
  const name = isLoopback ? own.find((address) => !address.includes(':')) : hostname;
  return name && `stun:${name}:${port}`;
}
