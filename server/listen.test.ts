import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask } from './house.fixture.ts';
import { listen } from './listen.ts';

// A container may have been given no IPv6 at all.
const loopback = Object.values(networkInterfaces()).flatMap((found = []) => found.map(({ address }) => address));
const homes = ['127.0.0.1', '::1'].filter((address) => loopback.includes(address));

function server() {
  const server = createHttpServer((_, res) => res.end('here'));
  onTestFinished(() => void server.close());
  return server;
}

async function occupied(host: string): Promise<number> {
  const other = createServer().listen(0, host);
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  return (other.address() as AddressInfo).port;
}

describe('localhost', () => {
  test.each(['localhost', ...homes])('is found at %s', async (host) => {
    const port = await listen(server(), 'localhost', 0);
    expect(await ask(port, '/', { host })).toMatchObject({ text: 'here' });
  });

  test('is let go of on both sides', async () => {
    const first = server();
    const port = await listen(first, 'localhost', 0);
    await once(first.close(), 'close');
    expect(await listen(server(), 'localhost', port)).toBe(port);
  });
});

test('every address of the machine is one host', async () => {
  const port = await listen(server(), '::', 0);
  for (const host of homes) expect(await ask(port, '/', { host })).toMatchObject({ text: 'here' });
});

describe('what keeps it from listening is one sentence', () => {
  test.each(homes)('a program that holds the port at %s', async (host) => {
    const port = await occupied(host);
    await expect(listen(server(), 'localhost', port)).rejects.toThrow(
      `Port ${port} is in use. Stop the program that holds it, or choose another: --port ${port + 1}`,
    );
  });

  test.each(['203.0.113.1', 'no-such-host.invalid'])('an address that is not ours: %s', async (host) => {
    await expect(listen(server(), host, 0)).rejects.toThrow(
      `This machine has no address "${host}". Leave --host out, or name one of its own addresses.`,
    );
  });
});
