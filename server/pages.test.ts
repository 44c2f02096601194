import { once } from 'node:events';
import { renameSync, unlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ask, folderWith, home, lost, openHouse, say } from './house.fixture.ts';
import { pages } from './pages.ts';

describe('everything that is answered carries the headers of the house', () => {
  test.each([
    ['a page', '/', 200],
    ['a script', '/_astro/lab.D4gX2b.js', 200],
    ['a page that is not there', '/nowhere/', 404],
    ['a redirect', '/lessons/media', 308],
    ['an address that cannot be read', '/%', 400],
    ['the state of the server', '/healthz', 200],
    ['the client of Socket.IO', '/socket.io/socket.io.js', 200],
    ['the first words of Socket.IO', '/socket.io/?EIO=4&transport=polling', 200],
  ])('%s', async (_, path, status) => {
    const { port } = await openHouse();
    const answer = await ask(port, path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/default-src 'self'.*frame-ancestors 'self'/),
      'permissions-policy': expect.stringContaining('camera=(self)'),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.headers['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
  });
});

describe('caching', () => {
  test('what is named after its content is kept for ever', async () => {
    const { port } = await openHouse();
    const { headers } = await ask(port, '/_astro/lab.D4gX2b.js');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-type']).toMatch('text/javascript');
  });

  test('everything else is asked for again, and not sent again while it is the same', async () => {
    const { port } = await openHouse();
    const { headers } = await ask(port, '/');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await ask(port, '/', { headers: { 'If-None-Match': `"other", W/${headers.etag}` } });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(again.headers.etag).toBe(headers.etag);
    expect(await ask(port, '/', { headers: { 'If-None-Match': '"other"' } })).toMatchObject({
      status: 200,
      text: home,
    });
  });
});

describe('compression', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0', undefined, (body: Buffer) => body],
  ])('a browser that says "%s" gets %s', async (accepts, coding, unpack) => {
    const { port } = await openHouse();
    const { headers, body } = await ask(port, '/', { headers: { 'Accept-Encoding': accepts } });
    expect(headers['content-encoding']).toBe(coding);
    expect(headers.vary).toBe('Accept-Encoding');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(unpack(body).toString()).toBe(home);
  });

  test('each form has an ETag of its own', async () => {
    const { port } = await openHouse();
    const forms = ['br', 'gzip', 'identity'].map((coding) =>
      ask(port, '/', { headers: { 'Accept-Encoding': coding } }),
    );
    expect(new Set((await Promise.all(forms)).map(({ headers }) => headers.etag)).size).toBe(3);
  });

  test('what has no compressed sibling is sent as it is', async () => {
    const { port } = await openHouse();
    const { headers, text } = await ask(port, '/favicon.svg', { headers: { 'Accept-Encoding': 'br' } });
    expect(headers).not.toHaveProperty('content-encoding');
    expect(text).toMatch('<svg');
  });
});

describe('finding', () => {
  test.each([
    ['a folder by its slash', '/lessons/media/', 200, undefined],
    ['a folder without its slash', '/lessons/media?from=home', 308, '/lessons/media/?from=home'],
    ['the whole URL, as a proxy sends it', 'http://localhost/favicon.svg', 200, undefined],
    ['a file with a slash too much', '/favicon.svg/', 404, undefined],
    ['a page without its ending', '/index', 404, undefined],
    ['a folder without a page', '/lessons/', 404, undefined],
    ['a folder without a page and slash', '/lessons', 404, undefined],
    ['a host where a path should be', '//evil.com/x', 404, undefined],
    ['a page behind a host where a path should be', '//lessons/media', 404, undefined],
  ])('%s', async (_, path, status, location) => {
    const { port } = await openHouse();
    const answer = await ask(port, path);
    expect(answer.status).toBe(status);
    expect(answer.headers.location).toBe(location);
  });

  test("what is not there is answered with the site's own page", async () => {
    const { port } = await openHouse();
    expect(await ask(port, '/nowhere')).toMatchObject({ status: 404, text: lost });
    expect(await ask(port, '/nowhere', { method: 'HEAD' })).toMatchObject({ status: 404, text: '' });
    const compressed = await ask(port, '/nowhere', { headers: { 'Accept-Encoding': 'br', Range: 'bytes=0-3' } });
    expect(compressed).toMatchObject({ status: 404, headers: { 'content-encoding': 'br' } });
    expect(brotliDecompressSync(compressed.body).toString()).toBe(lost);
    const { headers } = await ask(port, '/nowhere', { headers: { 'If-None-Match': '*' } });
    expect(headers).not.toHaveProperty('etag');
  });

  test('a site without such a page says a sentence', async () => {
    const site = folderWith({ 'index.html': home });
    expect(() => pages(join(site, 'missing'))).toThrow(/There is no built site in .*missing/);
  });
});

describe('only reading', () => {
  test('HEAD says what GET would', async () => {
    const { port } = await openHouse();
    const [get, head] = await Promise.all([ask(port, '/'), ask(port, '/', { method: 'HEAD' })]);
    const { date: _, ...headers } = get.headers;
    expect(head).toMatchObject({ status: 200, text: '', headers });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is refused', async (method) => {
    const { port } = await openHouse();
    expect(await ask(port, '/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test.each([
    ['a part', 'bytes=1-3', 206, home.slice(1, 4)],
    ['the end', 'bytes=-3', 206, home.slice(-3)],
    ['backwards', 'bytes=5-2', 200, home],
    ['behind the end', 'bytes=9999-', 416, 'The file ends before that.\n'],
  ])('%s of a file', async (_, range, status, text) => {
    const { port } = await openHouse();
    expect(await ask(port, '/', { headers: { Range: range } })).toMatchObject({ status, text });
  });

  test('a part of a file that has changed since is sent whole', async () => {
    const { port } = await openHouse();
    const headers = { Range: 'bytes=1-3', 'If-Range': '"older"' };
    expect(await ask(port, '/', { headers })).toMatchObject({ status: 200, text: home });
  });
});

describe('nothing hostile gets anywhere', () => {
  test.each([
    '/../secret.txt',
    '/lessons/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/.%00./secret.txt',
    '//../secret.txt',
    'http://localhost/../secret.txt',
    '/%252e%252e/secret.txt',
    '/%',
    '/%c0%ae%c0%ae/secret.txt',
    `/${'a'.repeat(8000)}`,
    '/__proto__',
    '/constructor',
  ])('%s', async (target) => {
    const { port } = await openHouse();
    const answer = await say(port, `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/^(secret|location:)/im);
    expect(await ask(port, '/')).toMatchObject({ status: 200 });
  });

  test.each([
    ['an address longer than all sense', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 431],
    ['headers without end', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a name that is not ours', 'GET / HTTP/1.1\r\nHost: evil.com\r\nConnection: close\r\n\r\n', 421],
    ['the server as a whole', 'OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 405],
    [
      'a length and pieces',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['an upgrade nobody offers', 'GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n', 404],
  ])('%s', async (_, bytes, status) => {
    const { port } = await openHouse();
    expect(await say(port, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(await ask(port, '/')).toMatchObject({ status: 200 });
  });

  test('a tunnel to elsewhere is not dug', async () => {
    const { port } = await openHouse();
    expect(await say(port, 'CONNECT evil.com:443 HTTP/1.1\r\nHost: evil.com:443\r\n\r\n')).toBe('');
    expect(await ask(port, '/')).toMatchObject({ status: 200 });
  });

  test('a visitor who leaves in the middle of a page harms nobody', async () => {
    const { port } = await openHouse();
    const visitor = connect(port, '127.0.0.1');
    visitor.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(50));
    await once(visitor, 'data');
    visitor.resetAndDestroy();
    await once(visitor, 'close');
    expect(await ask(port, '/')).toMatchObject({ status: 200 });
  });

  test('a newer build that takes the place of the old one is served from then on', async () => {
    const { port, folder } = await openHouse();
    await ask(port, '/');
    const next = folderWith({ 'index.html': 'newer', '_astro/lab.9zKq1c.js': 'newer' });
    renameSync(join(folder, 'site'), join(folder, 'older'));
    renameSync(next, join(folder, 'site'));
    expect(await ask(port, '/_astro/lab.9zKq1c.js')).toMatchObject({ status: 200, text: 'newer' });
    expect(await ask(port, '/_astro/lab.D4gX2b.js')).toMatchObject({ status: 404 });
  });

  test('a file that went away since the start is not there', async () => {
    const { port, folder } = await openHouse();
    unlinkSync(join(folder, 'site/favicon.svg'));
    expect(await ask(port, '/favicon.svg')).toMatchObject({ status: 404 });
    expect(await ask(port, '/')).toMatchObject({ status: 200 });
  });
});
