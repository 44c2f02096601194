import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, openHouse } from '../house.fixture.ts';
import { xorMappedAddress } from './answer-binding.ts';
import { bindingRequest, somebody } from './stun.fixture.ts';
import { readMessage } from './stun-message.ts';
import { openStun, type StunServer } from './stun-server.ts';

const hasIpv6 = Object.values(networkInterfaces()).some((card) => card?.some(({ address }) => address === '::1'));

/** A server at a port that is free at this moment, and hopefully at the next. */
async function opened(host = 'localhost', now?: () => number, tries = 3): Promise<StunServer & { port: number }> {
  const free = createSocket('udp4').bind(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address();
  await new Promise<void>((resolve) => free.close(resolve));
  const server = await openStun(host, port, now);
  onTestFinished(server.close);
  return server.problem && tries > 1 ? opened(host, now, tries - 1) : { ...server, port: server.port! };
}

describe('the number of the door', () => {
  test.each([
    ['localhost', '127.0.0.1'],
    ['::', '127.0.0.1'],
    ['0.0.0.0', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
    ...(hasIpv6
      ? ([
          ['localhost', '::1'],
          ['::', '::1'],
          ['::1', '::1'],
        ] as const)
      : []),
  ] as const)('a server at %s tells whoever asks from %s where they are', async (host, address) => {
    const { port, problem } = await opened(host);
    expect([port, problem]).toEqual([expect.any(Number), undefined]);
    const bob = await somebody(address);
    const { type, transaction, attributes } = await bob.ask(port);
    expect(type).toBe(0x0101);
    expect(attributes).toEqual([xorMappedAddress({ address, port: bob.port }, transaction)]);
  });

  test('a port that another program holds is said in one line', async () => {
    const held = createSocket('udp4').bind(0, '127.0.0.1');
    onTestFinished(() => void held.close());
    await once(held, 'listening');
    const { port } = held.address();
    const server = await openStun('localhost', port);
    onTestFinished(server.close);
    expect(server.problem).toMatch(
      /^No STUN at UDP port \d+ of 127\.0\.0\.1 \(EADDRINUSE\): everything else runs, .+$/,
    );
    expect(server.port).toBe(hasIpv6 ? port : undefined);
  });
});

describe('to the unpleasant', () => {
  test('noise of every kind is not answered, and whoever asks after it is', async () => {
    const { port } = await opened();
    const noisy = await somebody('127.0.0.1');
    for (const first of [0x00, 0x16, 0x40, 0x80, 0xff]) {
      noisy.say(Buffer.alloc(200, first), port);
      noisy.say(Buffer.alloc(0), port);
    }
    await noisy.ask(port);
    expect(noisy.heard).toHaveLength(1);
  });

  test('five errors, then one a second; answers go on', async () => {
    let now = 0;
    const { port } = await opened('localhost', () => now);
    const bob = await somebody('127.0.0.1');
    const errors = () => bob.heard.filter((datagram) => readMessage(datagram)?.type === 0x0111).length;
    const unknown = () => bindingRequest([{ type: 0x7fff, value: Buffer.alloc(0) }]);

    for (let sent = 0; sent < 20; sent++) bob.say(unknown(), port);
    await bob.ask(port);
    expect(errors()).toBe(5);
    now = 1_000;
    for (let sent = 0; sent < 20; sent++) bob.say(unknown(), port);
    await bob.ask(port);
    expect(errors()).toBe(6);
  });
});

describe('a house', () => {
  test('answers at the UDP port of its door, and tells its pages so', async () => {
    const { port } = await openHouse();
    const bob = await somebody('127.0.0.1');
    expect(await bob.ask(port)).toMatchObject({ type: 0x0101 });
    const { headers, text } = await ask(port, '/api/ice');
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(text).iceServers).toEqual([{ urls: `stun:localhost:${port}` }]);
  });

  test('with a relay hands out credentials, a new name to each who asks', async () => {
    const { port } = await openHouse({ turn: { url: 'turn:turn.example.org', secret: 'a secret' } });
    const relay = async () => JSON.parse((await ask(port, '/api/ice')).text).iceServers[1];
    const [one, other] = [await relay(), await relay()];
    expect(one).toEqual({
      urls: 'turn:turn.example.org',
      username: expect.stringMatching(/^\d{10}:[\w-]+$/),
      credential: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
    });
    expect(one.username).not.toBe(other.username);
  });
});
