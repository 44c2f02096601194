import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { messageTypes, readMessage, writeMessage } from './stun-message.ts';

let asked = 0;

/** A question as Chromium asks it: nothing but a header. */
export function bindingRequest(attributes: { type: number; value: Buffer }[] = []) {
  const transaction = Buffer.alloc(12);
  transaction.writeUInt32BE(++asked);
  return writeMessage({ type: messageTypes.bindingRequest, transaction, attributes, isFingerprinted: false });
}

/** Somebody with a UDP port of their own. */
export async function somebody(address: '127.0.0.1' | '::1') {
  const socket = createSocket(address === '::1' ? 'udp6' : 'udp4');
  onTestFinished(() => void socket.close());
  socket.bind(0, address);
  await once(socket, 'listening');
  const heard: Buffer[] = [];
  socket.on('message', (datagram) => heard.push(datagram));
  const say = (datagram: Buffer, port: number) => socket.send(datagram, port, address);
  return {
    port: socket.address().port,
    heard,
    say,
    /** Asks, and waits for the answer to this very question, whatever comes in between. */
    async ask(port: number) {
      const question = bindingRequest();
      say(question, port);
      for (;;) {
        const [datagram] = await once(socket, 'message');
        const message = readMessage(datagram);
        if (message?.transaction.equals(question.subarray(8, 20))) return message;
      }
    },
  };
}
