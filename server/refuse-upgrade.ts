import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Node leaves an upgrade that nobody wants hanging for ever. */
export function refuseUpgrade(socket: Duplex, status = 404, sentence = '') {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(sentence)}`,
  ];
  socket.on('error', () => {});
  socket.end(`${head.join('\r\n')}\r\n\r\n${sentence}`, () => socket.destroy());
}
