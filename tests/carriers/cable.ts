import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A cable between somebody and a port of this machine, which can be pulled out, and put in again. */
export async function cable(port: number) {
  const ends = new Set<Socket>();
  let isIn = true;
  let isHeard = true;

  const keep = (socket: Socket) => {
    ends.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => ends.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    if (!isIn) return void near.destroy();
    const far = connect(port, 'localhost');
    keep(far);
    near.on('data', (bytes) => far.write(bytes)).on('close', () => far.destroy());
    far.on('data', (bytes) => isHeard && near.write(bytes)).on('close', () => near.destroy());
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');

  function cut() {
    isIn = false;
    for (const end of ends) end.destroy();
  }
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut,
    mend() {
      isIn = isHeard = true;
    },
    /** From now on what the server says is lost, though it hears everything. */
    mute() {
      isHeard = false;
    },
  };
}
