import { once } from 'node:events';
import { WebSocket } from 'ws';
import { limits } from '../../protocol/limits.ts';
import { kilobytes, type Rows, seconds } from '../row.ts';
import { openPair } from '../signaling/pair.ts';
import { startServer } from '../signaling/server.ts';

const peers = 5_000;

export const rows: Rows = async function* () {
  const server = await startServer('ours');
  const sockets: WebSocket[] = [];
  try {
    const warm = await openPair(server.port, 'warm');
    await warm.handshake();
    const before = await server.cost();
    const began = performance.now();
    for (let nth = 0; nth < peers; nth += 100) {
      const some = Array.from({ length: 100 }, (_, n) => idle(server.port, nth + n));
      sockets.push(...(await Promise.all(some)));
    }
    yield [`${peers.toLocaleString('en')} peers come`, seconds(performance.now() - began)];
    const { resident } = await server.cost();
    yield ['Resident memory for each of them, idle', kilobytes((resident - before.resident) / peers)];
    const times = (await warm.handshake()).toSorted((one, other) => one - other);
    yield ['The slowest message of a handshake among them', `${times.at(-1)!.toFixed(1)} ms`];
    warm.close();
  } finally {
    for (const socket of sockets) socket.terminate();
    server.stop();
  }
};

/** Somebody in a room for two, over a WebSocket and with no library around it: five thousand of those have to fit here. */
async function idle(port: number, nth: number): Promise<WebSocket> {
  // One network has no more than so many connections; on this machine every 127.0.x.1 is another.
  const localAddress = `127.0.${Math.floor((2 * nth) / limits.connections)}.1`;
  const url = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { localAddress, perMessageDeflate: false });
  await once(socket, 'message');
  const isIn = once(socket, 'message');
  socket.send(`40${JSON.stringify({ userName: `peer ${nth}`, room: `room ${nth >> 1}`, seat: '' })}`);
  await isIn;
  socket.on('message', (data) => {
    if (String(data) === '2') socket.send('3');
  });
  return socket;
}
