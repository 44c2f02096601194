import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ask, folderWith, openHouse, say } from './house.fixture.ts';

const files = {
  'index.html': '<script>start()</script>',
  'call/index.html': 'call',
  'call/client.js': 'start()',
  'empty/notes.txt': '',
  '.env': 'KEY=secret',
  '.git/config': 'secret',
};

async function openMine() {
  const folder = folderWith(files);
  const outside = folderWith({ 'secret.txt': 'secret' });
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(outside, join(folder, 'linked'));
  symlinkSync(join(folder, '.env'), join(folder, 'hidden.txt'));
  symlinkSync(join(folder, 'call/client.js'), join(folder, 'inside.js'));
  symlinkSync(folder, join(folder, 'round'));
  mkdirSync(join(folder, 'odd/index.html'), { recursive: true });
  return { ...(await openHouse({ mine: folder })), own: folder };
}

describe("a learner's folder", () => {
  test.each([
    ['its page', '/mine/', 200, files['index.html']],
    ['a page in a folder', '/mine/call/', 200, 'call'],
    ['a script', '/mine/call/client.js?v=2', 200, 'start()'],
    ['an empty file', '/mine/empty/notes.txt', 200, ''],
    ['a link that stays inside', '/mine/inside.js', 200, 'start()'],
    ['a link that goes round', '/mine/round/round/call/client.js', 200, 'start()'],
  ])('shows %s', async (_, path, status, text) => {
    const { port } = await openMine();
    const answer = await ask(port, path);
    expect(answer).toMatchObject({ status, text });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['/mine', '/mine/'],
    ['/mine/call', '/mine/call/'],
    ['/mine/call?room=1', '/mine/call/?room=1'],
  ])('is called by the slash at its end: %s', async (path, location) => {
    const { port } = await openMine();
    expect(await ask(port, path)).toMatchObject({ status: 308, headers: { location } });
  });

  test.each([
    '/mine/nothing.js',
    '/mine/empty/',
    '/mine/call/client.js/',
    '/mine/odd/',
    '/mine/.env',
    '/mine/%2eenv',
    '/mine/.git/config',
    '/mine/hidden.txt',
    '/mine/link.txt',
    '/mine/linked/secret.txt',
    '/mine//etc/passwd',
    '/mine/../package.json',
    '/mine/%2e%2e/%2e%2e/etc/passwd',
    '/mine/..%2f..%2fetc/passwd',
    '/mine/call%00.js',
  ])('keeps to itself what is not meant: %s', async (target) => {
    const { port } = await openMine();
    const answer = await say(port, `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toMatch(/secret$|root:/m);
  });

  test('is shown as it is now', async () => {
    const { port, own } = await openMine();
    await ask(port, '/mine/');
    writeFileSync(join(own, 'index.html'), 'changed');
    expect(await ask(port, '/mine/')).toMatchObject({ text: 'changed' });
  });

  test('may have inline scripts and a camera, but stands in no foreign frame', async () => {
    const { port } = await openMine();
    const { headers } = await ask(port, '/mine/');
    expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
    expect(headers['permissions-policy']).toContain('camera=(self)');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('is only read', async () => {
    const { port } = await openMine();
    expect(await ask(port, '/mine/', { method: 'PUT' })).toMatchObject({ status: 405 });
    expect(await ask(port, '/mine/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
  });
});

test('who gave no folder is told how', async () => {
  const { port } = await openHouse();
  const answer = await ask(port, '/mine/');
  expect(answer).toMatchObject({ status: 404, text: expect.stringContaining('--mine DIR') });
});
