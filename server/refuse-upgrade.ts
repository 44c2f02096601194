import type { Duplex } from 'node:stream';

/** Node leaves an upgrade that nobody wants hanging for ever. */
export function refuseUpgrade(socket: Duplex) {
  socket.on('error', () => {});
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy());
}
