import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Does a piece of work while nobody else does work of that name on this machine; who comes second waits. What locks is
 * a socket that somebody listens on: the system takes it away when its process ends, however it ends.
 * @template Result
 * @param {string} name
 * @param {() => Promise<Result>} work
 */
export async function alone(name, work) {
  const address = addressOf(name);
  for (;;) {
    const leave = await enter(address);
    if (!leave) await untilLeft(address);
    else {
      try {
        return await work();
      } finally {
        leave();
      }
    }
  }
}

/** @param {string} name */
function addressOf(name) {
  const id = `trickle-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${id}` : join(tmpdir(), `${id}.sock`);
}

/** @param {string} address */
async function enter(address) {
  const door = createServer();
  /** @type {Set<import('node:net').Socket>} */
  const waiting = new Set();
  door.on('connection', (socket) => waiting.add(socket.on('error', () => {})));
  try {
    await once(door.listen(address), 'listening');
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return undefined;
    throw error;
  }
  return () => {
    door.close();
    for (const socket of waiting) socket.destroy();
  };
}

/** @param {string} address */
async function untilLeft(address) {
  try {
    await once(connect(address).resume(), 'close');
  } catch (error) {
    // A socket file outlives a process that was killed; a listener does not.
    if (codeOf(error) === 'ECONNREFUSED') rmSync(address, { force: true });
  }
}

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;
