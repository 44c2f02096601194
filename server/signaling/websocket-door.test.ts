import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import { attach } from '../attach.ts';
import { ask, openHouse, say } from '../house.fixture.ts';
import { blogClient } from './blog-client.fixture.ts';

/** What becomes of an upgrade that asks for exactly this path. */
async function refusal(port: number, path: string, headers: Record<string, string> = {}) {
  const upgrade = { Host: 'localhost', Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
  const key = { 'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64') };
  const head = Object.entries({ ...upgrade, ...key, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const answer = await say(port, [`GET ${path} HTTP/1.1`, ...head, '', ''].join('\r\n'));
  const [, status, body] = /^HTTP\/1\.1 (\d+) [\s\S]*?\r\n\r\n([\s\S]*)$/.exec(answer)!;
  return { status: Number(status), body };
}

describe('who may come in', () => {
  test.each([
    ['a program', undefined],
    ['a page of this machine, of any port', 'http://localhost:3000'],
  ])('%s', async (_, origin) => {
    const { port } = await openHouse();
    const alice = await blogClient(port, '/ws/a', { origin });
    expect(await alice.told('WELCOME')).toMatchObject({ content: { you: { name: 'guest' }, peers: [] } });
  });

  test.each([
    ['a page of a stranger', { Origin: 'https://evil.com' }, 'takes no connection from a page of another site'],
    ['a page that was opened as a file', { Origin: 'null' }, 'serve it, as with --mine'],
    ['a name that was pointed at us', { Host: 'evil.com' }, 'does not answer to this name'],
  ])('%s is told why not', async (_, headers, sentence) => {
    const { port } = await openHouse();
    for (const path of ['/ws/a', '/parties/main/a'])
      expect(await refusal(port, path, headers as Record<string, string>)).toMatchObject({
        status: 403,
        body: expect.stringContaining(sentence),
      });
  });
});

describe('where a bare WebSocket leads to', () => {
  test.each(['/', '/ws', '/ws/', '/ws/a/b', '/ws/%2F', '/ws/..', '/ws/%00', '/ws/%', '/parties/other/a', '/party'])(
    'nowhere: %s',
    async (path) => {
      const { port } = await openHouse();
      expect(await refusal(port, path)).toMatchObject({ status: 404 });
    },
  );

  test.each([
    ['a room with a long name', `/ws/${'a'.repeat(limits.room + 1)}`],
    ['a room of blanks', '/ws/%20'],
    ['a number that is none', '/ws/a?heard=some'],
    ['a name without end', `/ws/a?name=${'a'.repeat(limits.nameSaid + 1)}`],
  ])('%s is refused with a sentence', async (_, path) => {
    const { port } = await openHouse();
    const { closed } = await blogClient(port, path);
    expect(await closed).toEqual({ code: 4003, reason: expect.stringMatching(/^The server could not read/) });
  });

  test('a wrong password is told, and why', async () => {
    const { port } = await openHouse();
    await blogClient(port, '/ws/a?password=secret');
    const eve = await blogClient(port, '/ws/a?password=guess');
    expect(await eve.closed).toEqual({
      code: 4003,
      reason: expect.stringMatching(/^This is not the password of this room/),
    });
    expect(eve.heard).toMatchObject([{ message_type: 'REFUSED', content: { refusal: { reason: 'wrong-password' } } }]);
  });

  test.each(['http://[/ws/a', 'http://user@/ws/a', '//ws/a'])(
    'an address that is none ends nothing: %s',
    async (path) => {
      const { port } = await openHouse();
      await refusal(port, path, { 'Sec-WebSocket-Key': 'none' });
      expect(await ask(port, '/healthz')).toMatchObject({ status: 200 });
    },
  );

  test('the root is open where the programs of the blog series expect it, and there a page is still a page', async () => {
    const http = createServer((req, res) => house.handle(req, res, () => res.end('a page')));
    const house = attach(http, { isRootOpen: true });
    http.listen(0, 'localhost');
    await once(http, 'listening');
    onTestFinished(async () => {
      await house.close();
      http.close();
    });
    const { port } = http.address() as AddressInfo;
    const [alice, bob] = [await blogClient(port, '/'), await blogClient(port, '/ws/1337')];
    alice.offers('o1');
    expect((await bob.told('SDP')).content).toEqual({ type: 'offer', sdp: 'o1' });
    expect(await ask(port, '/')).toMatchObject({ text: 'a page' });
  });

  test('without a WebSocket it says what it is for', async () => {
    const { port } = await openHouse();
    const { status, headers, text } = await ask(port, '/ws/a');
    expect([status, headers.upgrade, text]).toEqual([426, 'websocket', expect.stringMatching(/^This is a room/)]);
  });
});

describe('a party', () => {
  test('says that it is well and how many are there, and never who', async () => {
    const { port } = await openHouse();
    const party = () => ask(port, '/parties/main/tea');
    expect(JSON.parse((await party()).text)).toEqual({ ok: true, peers: 0 });
    const guests = await Promise.all(
      ['alice', 'bob', 'carol'].map((name) => blogClient(port, `/parties/main/tea?_pk=${name}&name=${name}`)),
    );
    await Promise.all(guests.map((guest) => guest.told('WELCOME')));
    const { headers, text } = await party();
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    expect(JSON.parse(text)).toEqual({ ok: true, peers: 3 });
    expect(await ask(port, '/parties/main/tea', { method: 'POST' })).toMatchObject({ status: 405 });
  });

  test('is for as many as come, by old addresses too, and the same room as everywhere else', async () => {
    const { port } = await openHouse();
    const alice = await blogClient(port, '/parties/main/tea?_pk=1');
    const others = await Promise.all([
      blogClient(port, '/party/tea?_pk=1'),
      blogClient(port, '/parties/main/tea?_pk=1'),
    ]);
    await alice.told('PEER_JOINED', 2);
    alice.offers('o1');
    for (const other of others) expect((await other.told('SDP')).content).toEqual({ type: 'offer', sdp: 'o1' });
  });
});

describe('to the unpleasant', () => {
  test('a message of megabytes ends the connection that it came by', async () => {
    const { port } = await openHouse();
    const eve = await blogClient(port, '/ws/a');
    eve.socket.send('a'.repeat(limits.message + 1));
    expect(await eve.closed).toMatchObject({ code: 1009 });
    await blogClient(port, '/ws/a');
  });

  test('noise on the wire ends the connection that it came by', async () => {
    const { port } = await openHouse();
    const eve = await blogClient(port, '/ws/a');
    (eve.socket as unknown as { _socket: NodeJS.WritableStream })._socket.write(Buffer.alloc(100, 0xff));
    expect(await eve.closed).toMatchObject({ code: 1002 });
  });

  test.each(['message', 'ping', 'pong'] as const)('a flood of every %s is dammed', async (kind) => {
    const { port } = await openHouse();
    const eve = await blogClient(port, '/ws/a');
    const send = { message: () => eve.socket.send('x'), ping: () => eve.socket.ping(), pong: () => eve.socket.pong() };
    for (let sent = 0; sent < 2 * limits.packets.atOnce + 100; sent++) send[kind]();
    expect(await eve.closed).toMatchObject({ code: 1006 });
  });

  test('whoever does not read is let go, and the others are told', async () => {
    const { port } = await openHouse();
    const join = async () => {
      const guest = await blogClient(port, '/parties/main/a');
      const { content } = await guest.told('WELCOME');
      return { ...guest, seat: (content as { you: { seat: string } }).you.seat };
    };
    const slow = await join();
    slow.socket.pause();
    const bob = await join();
    const isLeft = () => bob.heard.some(({ message_type }) => message_type === 'PEER_LEFT');

    // Each says as much as may be said at once, and takes it back: more than any buffer on the way can hold.
    const sdp = 'v=0'.padEnd(limits.description, ' ');
    for (let others = 0; !isLeft() && others < 10; others++) {
      const alice = await join();
      for (let said = 1; said <= limits.messages.atOnce / 2 && !isLeft(); said++) {
        const offer = `${alice.seat}:${said}`;
        alice.say({ message_type: 'SDP', content: { type: 'offer', sdp }, offer, to: slow.seat, mail: offer });
        alice.say({ message_type: 'WITHDRAW', content: { offer }, mail: `not ${offer}`.replace(' ', '-') });
        await alice.told('REPLY', 2 * said);
      }
    }
    const { content } = await bob.told('PEER_LEFT');
    expect(content).toMatchObject({ peer: { seat: slow.seat } });
  });
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.json({ maxDepth: 3 }),
  fc
    .record(
      {
        message_type: fc.oneof(
          fc.constantFrom('SDP', 'CANDIDATE', 'WITHDRAW', 'HANG_UP', 'LEAVE', '__proto__', 'toString'),
          fc.jsonValue(),
        ),
        content: fc.oneof(
          fc.constantFrom(null, { type: 'offer', sdp: 'v=0' }, { type: 'answer', sdp: 'v=0' }, { candidate: 'c' }),
          fc.jsonValue({ maxDepth: 3 }),
        ),
        mail: fc.oneof(fc.constantFrom('m', 'n'), fc.jsonValue()),
        offer: fc.oneof(fc.constantFrom('x:1'), fc.jsonValue()),
        to: fc.jsonValue({ maxDepth: 1 }),
      },
      { requiredKeys: [] },
    )
    .map((message) => JSON.stringify(message)),
);

test('whatever is said, it is answered or has nothing to answer, and two others still call', async () => {
  const { port } = await openHouse();
  const [alice, bob] = [await blogClient(port, '/ws/quiet'), await blogClient(port, '/ws/quiet')];
  await alice.told('PEER_JOINED');
  let calls = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 50, maxLength: 100, size: 'max' }), async (texts) => {
      const eve = await blogClient(port, '/parties/main/loud');
      for (const text of texts) eve.socket.send(text);
      await eve.settled();
      eve.socket.close();
      calls += 1;
      alice.offers(`o${calls}`);
      await bob.told('SDP', calls);
      bob.answers(`w${calls}`);
      await alice.told('SDP', calls);
    }),
    { numRuns: 10, endOnFailure: true },
  );
});
