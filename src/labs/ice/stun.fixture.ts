import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const cookie = Buffer.from([0x21, 0x12, 0xa4, 0x42]);
const hidden = (bytes: Buffer) => bytes.map((byte, index) => byte ^ cookie[index % 4]!);

/** A STUN server in its smallest form, RFC 8489: it tells whoever asks over IPv4 where they are, and counts. */
export async function honestStun() {
  const socket = createSocket('udp4').bind(0);
  await once(socket, 'listening');
  let asked = 0;
  socket.on('message', (question, { address, port }) => {
    if (question.readUInt16BE(0) !== 1) return;
    asked++;
    const own = Buffer.alloc(2);
    own.writeUInt16BE(port);
    const mapped = [hidden(own), hidden(Buffer.from(address.split('.').map(Number)))];
    const attribute = Buffer.concat([Buffer.from([0, 0x20, 0, 8, 0, 1]), ...mapped]);
    const head = Buffer.concat([Buffer.from([1, 1, 0, attribute.length]), question.subarray(4, 20)]);
    socket.send(Buffer.concat([head, attribute]), port, address);
  });
  return { port: socket.address().port, asked: () => asked, close: () => socket.close() };
}
