import { once } from 'node:events';
import { createServer, type ServerOptions } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { createCA, createCert } from 'mkcert';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Credentials } from './certificates.ts';
import { frontDoor } from './front-door.ts';
import { heard, say } from './house.fixture.ts';

let ca: Credentials;
let credentials: Credentials;

const certificate = (name: string) => createCert({ domains: [name, '127.0.0.1'], validity: 1, ca });

beforeAll(async () => {
  const place = { countryCode: 'XX', state: '-', locality: '-' };
  ca = await createCA({ organization: 'Test', validity: 1, ...place });
  credentials = await certificate('localhost');
});

async function door(settings: ServerOptions = {}, patience: Parameters<typeof frontDoor>[2] = { farewellMs: 20 }) {
  const server = createServer(settings, (req, res) => {
    res.end(`${'encrypted' in req.socket ? 'https' : 'http'} ${req.url}`);
  });
  const { close, renew } = frontDoor(server, credentials, patience);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const closed = once(server, 'close');
  onTestFinished(async () => {
    server.close();
    close();
    await closed;
  });
  return { port: (server.address() as AddressInfo).port, server, close, renew, closed };
}

const get = (path: string, connection = 'close') =>
  `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: ${connection}\r\n\r\n`;

async function overTls(port: number): Promise<TLSSocket> {
  const socket = connectTls({ port, host: '127.0.0.1', ca: ca.cert });
  await once(socket, 'secureConnect');
  return socket;
}

/** What a browser sends first: the beginning of a real handshake, caught on its way to nowhere. */
async function clientHello(): Promise<Buffer> {
  const trap = createServer();
  const [raw] = trap.listeners('connection');
  trap.off('connection', raw as () => void);
  trap.listen(0, '127.0.0.1');
  await once(trap, 'listening');
  const tls = connectTls({ port: (trap.address() as AddressInfo).port, host: '127.0.0.1' });
  tls.on('error', () => {});
  const [socket] = await once(trap, 'connection');
  const [bytes] = await once(socket, 'data');
  socket.destroy();
  trap.close();
  return bytes;
}

describe('one port', () => {
  test('speaks HTTP to who begins with a method', async () => {
    const { port } = await door();
    expect(await say(port, get('/plain'))).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*http \/plain$/);
  });

  test('speaks HTTPS to who begins with a handshake', async () => {
    const { port } = await door();
    const socket = await overTls(port);
    expect(socket.authorized).toBe(true);
    expect(socket.alpnProtocol).toBe(false);
    socket.write(get('/secret'));
    expect(await heard(socket)).toMatch(/https \/secret$/);
  });

  test('offers HTTP/1.1 to who can speak more', async () => {
    const { port } = await door();
    const socket = connectTls({ port, host: '127.0.0.1', ca: ca.cert, ALPNProtocols: ['h2', 'http/1.1'] });
    await once(socket, 'secureConnect');
    expect(socket.alpnProtocol).toBe('http/1.1');
    socket.destroy();
  });

  test('understands a request that comes byte by byte', async () => {
    const { port } = await door();
    const socket = connect(port, '127.0.0.1').setNoDelay();
    const answer = heard(socket);
    for (const byte of get('/slow')) await new Promise((sent) => socket.write(byte, sent));
    expect(await answer).toMatch(/http \/slow$/);
  });

  test('understands a handshake that comes byte by byte', async () => {
    const { port } = await door();
    const socket = connect(port, '127.0.0.1').setNoDelay();
    const hello = await clientHello();
    for (const byte of hello) await new Promise((sent) => socket.write(Buffer.of(byte), sent));
    const [answer] = await once(socket, 'data');
    expect(answer[0]).toBe(0x16);
    socket.destroy();
  });

  test('answers requests that come all at once, in their order', async () => {
    const { port } = await door();
    const requests = [get('/1', 'keep-alive'), get('/2', 'keep-alive'), get('/3')].join('');
    expect((await say(port, requests)).match(/http \/\d/g)).toEqual(['http /1', 'http /2', 'http /3']);
    const socket = await overTls(port);
    socket.write(requests);
    expect((await heard(socket)).match(/https \/\d/g)).toEqual(['https /1', 'https /2', 'https /3']);
  });

  test('shows another certificate from now on', async () => {
    const { port, renew } = await door();
    const before = await overTls(port);
    renew(await certificate('renewed'));
    const after = await overTls(port);
    expect(after.getPeerCertificate().subjectaltname).toContain('DNS:renewed');
    before.write(get('/still'));
    expect(await heard(before)).toMatch(/https \/still$/);
    after.destroy();
  });
});

describe('survives', () => {
  const plain = get('/still-here');
  test.each<[string, (hello: Buffer) => Buffer | string]>([
    ['nothing and a goodbye', () => ''],
    ['a zero byte', () => Buffer.of(0)],
    ['garbage', () => Buffer.from('ff00fe01deadbeef'.repeat(64), 'hex')],
    ['a handshake that is none', () => Buffer.from(`160301ffff${'41'.repeat(600)}`, 'hex')],
    ['a handshake of SSL 2', () => Buffer.from('802e010301', 'hex')],
    ['the first byte of a handshake', (hello) => hello.subarray(0, 1)],
    ['half a handshake', (hello) => hello.subarray(0, hello.length / 2)],
    ['a handshake followed by HTTP', (hello) => Buffer.concat([hello, Buffer.from(plain)])],
    ['half a request', () => plain.slice(0, 10)],
    ['the words of another protocol', () => 'SSH-2.0-OpenSSH_9\r\n'],
    ['HTTP/2 without TLS', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('%s, ended or reset', async (_, bytes) => {
    const { port } = await door();
    const opening = bytes(await clientHello());
    for (const goodbye of ['end', 'resetAndDestroy'] as const) {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      onTestFinished(() => void socket.destroy());
      await new Promise((sent) => socket.write(opening, sent));
      socket[goodbye]();
    }
    expect(await say(port, plain)).toMatch(/http \/still-here$/);
    const tls = await overTls(port);
    tls.write(plain);
    expect(await heard(tls)).toMatch(/https \/still-here$/);
  });

  test('a client that breaks off right after its handshake', async () => {
    const { port } = await door();
    const tls = await overTls(port);
    tls.write(plain);
    const gone = heard(tls);
    tls.destroy();
    await gone;
    expect(await say(port, plain)).toMatch(/http \/still-here$/);
  });
});

describe('waits for nobody for ever', () => {
  test('not for who says nothing', async () => {
    const { port } = await door({}, { greetingMs: 20, farewellMs: 20 });
    expect(await say(port, '')).toBe('');
  });

  test('not for who stops in mid-handshake', async () => {
    const { port } = await door({}, { greetingMs: 20, farewellMs: 20 });
    const hello = await clientHello();
    await say(port, hello.subarray(0, 20));
  });

  const impatient = { headersTimeout: 30, requestTimeout: 60, connectionsCheckingInterval: 10 };
  test('not for who stops in mid-request: http.Server still counts the time', async () => {
    const { port } = await door(impatient);
    expect(await say(port, 'GET / HTTP/1.1\r\nHost')).toMatch(/^HTTP\/1\.1 408 /);
    const tls = await overTls(port);
    tls.write('GET / HTTP/1.1\r\nHost');
    expect(await heard(tls)).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('not for who was served and stays', async () => {
    const { port } = await door({ keepAliveTimeout: 20, keepAliveTimeoutBuffer: 0 });
    expect(await say(port, get('/', 'keep-alive'))).toMatch(/^HTTP\/1\.1 200 /);
    const tls = await overTls(port);
    tls.write(get('/', 'keep-alive'));
    expect(await heard(tls)).toMatch(/^HTTP\/1\.1 200 /);
  });
});

test('closing ends every connection, whatever it was in the middle of', async () => {
  const { port, server, close, closed } = await door();
  const openings = ['', Buffer.of(0x16, 3, 1), 'GET / HTT'];
  const sockets = openings.map((opening) => {
    const socket = connect(port, '127.0.0.1');
    socket.write(opening);
    return socket;
  });
  sockets.push(await overTls(port));
  const idle = await overTls(port);
  idle.write(get('/', 'keep-alive'));
  await once(idle, 'data');
  const count = () => new Promise<number>((resolve) => server.getConnections((_, number) => resolve(number)));
  expect(await count()).toBe(sockets.length + 1);
  const ends = [...sockets, idle].map(heard);
  server.close();
  close();
  await Promise.all([...ends, closed]);
  expect(await count()).toBe(0);
});
