import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A reverse proxy on this machine, as far as our server can tell: it says for whom it asks. */
export async function proxyTo(port: number) {
  const sockets = new Set<Socket>();
  const server = createServer((outside) => {
    const inside = connect(port, 'localhost');
    for (const [one, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {}).on('close', () => other.destroy());
    }
    outside.once('data', (opening) => {
      inside.write(opening.toString('latin1').replace('\r\n', '\r\nX-Forwarded-For: 203.0.113.5\r\n'), 'latin1');
      outside.pipe(inside);
    });
    inside.pipe(outside);
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
