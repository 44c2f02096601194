import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { type Attached, attach } from './attach.ts';
import { ask, openHouse, say } from './house.fixture.ts';

/** A client as a program or a page would have it; without a second try, since a refusal will not change. */
function client(port: number, options: Parameters<typeof io>[1] = {}) {
  const socket = io(`http://localhost:${port}`, { reconnection: false, forceNew: true, ...options });
  onTestFinished(() => void socket.close());
  return socket;
}

const outcome = (socket: ReturnType<typeof io>) => {
  const { promise, resolve } = Promise.withResolvers<string>();
  socket.on('connect', () => resolve('connected'));
  socket.on('connect_error', () => resolve('refused'));
  return promise;
};

describe('signaling', () => {
  test.each([
    ['a program', 'websocket', undefined, 'connected'],
    ['a program that polls', 'polling', undefined, 'connected'],
    ['a page on another port of this machine', 'websocket', 'http://localhost:3000', 'connected'],
    ['such a page that polls', 'polling', 'http://127.0.0.1:3000', 'connected'],
    ['a page of a stranger', 'websocket', 'https://evil.com', 'refused'],
    ['such a page that polls', 'polling', 'https://evil.com', 'refused'],
    ['a page that was opened as a file', 'websocket', 'null', 'refused'],
  ])('%s that speaks %s: %s', async (_, transport, origin, expected) => {
    const { port } = await openHouse();
    const extraHeaders = origin ? { Origin: origin } : undefined;
    expect(await outcome(client(port, { transports: [transport as 'websocket'], extraHeaders }))).toBe(expected);
  });

  test.each([
    ['of a host that was named may connect', 'https://class.example.org', 'connected'],
    ['of another may not', 'https://example.org', 'refused'],
  ])('a page %s, and by its name the server is reached', async (_, origin, expected) => {
    const { port } = await openHouse({ allow: ['class.example.org'] });
    const connected = client(port, { transports: ['websocket'], extraHeaders: { Origin: origin } });
    expect(await outcome(connected)).toBe(expected);
    const { status } = await ask(port, '/', { headers: { Host: new URL(origin).host } });
    expect(status).toBe(expected === 'connected' ? 200 : 421);
  });

  test('a stranger is told why, and may not even read it', async () => {
    const { port } = await openHouse();
    const answer = await ask(port, '/socket.io/?EIO=4&transport=polling', { headers: { Origin: 'https://evil.com' } });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text).message).toMatch(/^Trickle takes no connection from a page of another site/);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('a page of this machine may read what it is answered', async () => {
    const { port } = await openHouse();
    const headers = { Origin: 'http://localhost:3000' };
    const answer = await ask(port, '/socket.io/?EIO=4&transport=polling', { headers });
    expect(answer.headers['access-control-allow-origin']).toBe('http://localhost:3000');
  });

  test('a name that was pointed at us reaches nothing, by WebSocket neither', async () => {
    const { port } = await openHouse();
    expect(await ask(port, '/', { headers: { Host: `evil.com:${port}` } })).toMatchObject({ status: 421 });
    const upgrade = [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: evil.com:${port}`,
      `Origin: http://evil.com:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ];
    expect(await say(port, `${upgrade.join('\r\n')}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 [\s\S]*Trickle does not answer to this name/,
    );
  });

  test('a message of megabytes ends the connection that it came by', async () => {
    const { port } = await openHouse();
    const socket = client(port, { transports: ['websocket'] });
    await outcome(socket);
    const ended = new Promise((resolve) => socket.on('disconnect', resolve));
    socket.emit('much', 'a'.repeat(200_000));
    expect(await ended).toBe('transport close');
    expect(await outcome(client(port))).toBe('connected');
  });

  test('nothing is compressed: a message costs more CPU that way than bytes', async () => {
    const { port } = await openHouse();
    const socket = client(port, { transports: ['websocket'] });
    await outcome(socket);
    const { ws } = socket.io.engine.transport as unknown as { ws: WebSocket };
    expect(ws.extensions).toBe('');
  });
});

describe('what the server says about itself', () => {
  test('its health', async () => {
    const { port } = await openHouse();
    const { headers, text } = await ask(port, '/healthz');
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    expect(JSON.parse(text)).toEqual({ version: packageJson.version, uptime: expect.any(Number) });
    expect(await ask(port, '/healthz', { method: 'POST' })).toMatchObject({ status: 405 });
  });

  test('where it is: on this machine alone', async () => {
    const { port } = await openHouse();
    const { now, ...here } = JSON.parse((await ask(port, '/api/here')).text);
    expect(here).toEqual({ lan: false, https: false, addresses: [] });
    expect(now).toBeLessThanOrEqual(Date.now());
    expect(await ask(port, '/trust/authority.crt')).toMatchObject({ status: 404 });
  });

  test('where it is: on the network', async () => {
    const { port, authority } = await openHouse({ lan: true, https: true, host: '::' });
    const said = JSON.parse((await ask(port, '/api/here')).text);
    expect(said).toMatchObject({
      lan: true,
      https: true,
      authority: {
        name: `Trickle on ${hostname()}`,
        fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      },
    });
    for (const { http, https } of said.addresses)
      expect([http, https]).toEqual([expect.stringContaining(`:${port}/`), http.replace('http', 'https')]);

    const { headers, text } = await ask(port, '/trust/authority.crt');
    expect(headers['content-type']).toBe('application/x-x509-ca-cert');
    expect(text).toBe(authority!.pem);
    expect(text).not.toContain('PRIVATE');
  });
});

describe("another server's guest", () => {
  async function host(options?: Attached) {
    const server = createServer();
    const foreign: string[] = [];
    server.on('upgrade', (req, socket) => {
      if (req.url !== '/hot') return;
      foreign.push(req.url);
      socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n');
    });
    const listeners = () =>
      (['request', 'upgrade', 'close', 'listening'] as const).map((name) => server.listeners(name));
    const before = listeners();
    const guest = attach(server, options);
    onTestFinished(guest.close);
    await listening(server);
    return { server, foreign, guest, before, listeners };
  }

  async function listening(server: Server) {
    server.listen(0, 'localhost');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
  }

  const portOf = (server: Server) => (server.address() as AddressInfo).port;

  test('leaves alone the websockets of others', async () => {
    const { server, foreign } = await host();
    const upgrade = 'GET /hot HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    const { address } = server.address() as AddressInfo;
    expect(await say(portOf(server), upgrade, address)).toMatch(/ 101 /);
    expect(foreign).toEqual(['/hot']);
  });

  test('passes on what is not its own', async () => {
    const { server, guest } = await host();
    server.on('request', (req, res) => guest.handle(req, res, () => res.end('a page')));
    expect(await ask(portOf(server), '/somewhere/')).toMatchObject({ text: 'a page' });
    expect(await ask(portOf(server), '/healthz')).toMatchObject({ status: 200 });
  });

  test('goes without a trace, and the next one takes over', async () => {
    const { server, guest, before, listeners } = await host();
    await guest.close();
    expect(server.listening).toBe(true);
    expect(listeners()).toEqual(before);

    const next = attach(server);
    onTestFinished(next.close);
    server.on('request', (req, res) => next.handle(req, res, () => res.end()));
    expect(await outcome(client(portOf(server)))).toBe('connected');
    expect(await outcome(client(portOf(server), { transports: ['websocket'] }))).toBe('connected');
  });
});
