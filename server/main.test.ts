import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ask, heard } from './house.fixture.ts';
import { clone, type Place, running, start } from './process.fixture.ts';

/** All that a start has to say when it comes to nothing. */
async function words(args: string[], place?: Place) {
  const { child, ended } = start(args, place);
  const [out, errors] = await Promise.all([child.stdout, child.stderr].map((stream) => stream.toArray()));
  const [code] = await ended;
  return { code, out: out!.join(''), errors: errors!.join('') };
}

describe('what cannot be done is said in one sentence, and the exit code is 1', () => {
  test.each([
    ['a flag that does not exist', ['--prot', '1'], /^There is no flag --prot\. Did you mean --port\?\n$/],
    ['a folder that is none', ['--mine', 'package.json'], /^.*package\.json is not a folder\. Give --mine .*\n$/],
    ['a folder that is not there', ['--mine', 'nowhere'], /^.*nowhere is not a folder\. Give --mine .*\n$/],
    ['a certificate that is not there', ['--cert', 'a', '--key', 'b'], /^a does not exist\. Give --cert .*\n$/],
    ['a certificate that is none', ['--cert', 'package.json', '--key', 'package.json'], /^package\.json and .*\n$/],
    ['an address that is not ours', ['--host', '203.0.113.1'], /^This machine has no address "203\.0\.113\.1"\. .*\n$/],
  ])('%s', async (_, args, sentence) => {
    const { code, out, errors } = await words(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toMatch(sentence);
  });

  test('a variable that cannot be read', async () => {
    const { code, errors } = await words([], { env: { TRICKLE_PORT: 'many' } });
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/^"many" is not a port\. .*\n$/) });
  });

  test('a port that somebody holds', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const { code, errors } = await words(['--port', `${port}`]);
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(`^Port ${port} is in use\\. .*\n$`) });
  });

  test('a site that was not built', async () => {
    const { code, errors } = await words([], { folder: clone({ built: false }) });
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/^There is no built site in .*\n$/) });
  });

  test('an authority that is damaged', async () => {
    const folder = clone();
    mkdirSync(join(folder, 'certs'));
    for (const file of ['authority.crt', 'authority.key']) writeFileSync(join(folder, 'certs', file), 'oops');
    const { code, errors } = await words(['--https', '--port', '0'], { folder });
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/^.*authority\.crt is damaged.*\n$/) });
  });
});

test('the help is printed, and that is all', async () => {
  const { code, out, errors } = await words(['--help', '--port', '0']);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toMatch(/^Trickle is a playground/);
});

test('it says where it is, and it is there', async () => {
  const { port } = await running();
  expect(await ask(port, '/')).toMatchObject({ status: 200, text: 'built' });
});

test('what is the matter with the workshops that were kept is said at the start, and all else is served', async () => {
  const folder = clone();
  const data = join(folder, 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'workshops.db'), 'This is no database. '.repeat(500));
  const { child } = start(['--port', '0', '--data', data], { folder });
  const [[out], [errors]] = await Promise.all([once(child.stdout, 'data'), once(child.stderr, 'data')]);
  expect(String(errors)).toMatch(/^The file in which workshops are kept is damaged\. .*\n$/);
  const [, port] = /localhost:(\d+)/.exec(String(out))!;
  expect(await ask(Number(port), '/')).toMatchObject({ status: 200, text: 'built' });
});

describe('a signal', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it cleanly, whoever is connected', async (signal) => {
    const { child, port, ended } = await running(['--https']);
    const websocket = io(`http://localhost:${port}`, { transports: ['websocket'], reconnection: false });
    const polling = io(`http://localhost:${port}`, { transports: ['polling'], reconnection: false });
    onTestFinished(() => [websocket, polling].forEach((socket) => void socket.close()));
    await Promise.all(
      [websocket, polling].map((socket) => new Promise<void>((resolve) => socket.on('connect', resolve))),
    );
    const agent = new Agent({ keepAlive: true });
    const [answer] = await once(get({ port, agent }), 'response');
    await answer.toArray();
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');

    const goodbyes: Promise<unknown>[] = [websocket, polling].map(
      (socket) => new Promise((resolve) => socket.on('disconnect', resolve)),
    );
    goodbyes.push(heard(silent));
    child.kill(signal);
    expect(await ended).toEqual([0, null]);
    await Promise.all(goodbyes);
  });

  test('a second one ends it at once', async () => {
    const { child, port, ended } = await running(['--https']);
    // A handshake that is never finished is waited for a little; who says nothing is sent off first.
    const [unfinished, silent] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all([once(unfinished, 'connect'), once(silent, 'connect')]);
    await new Promise((sent) => unfinished.write(Buffer.of(0x16, 3, 1), sent));
    await ask(port, '/healthz');
    child.kill('SIGTERM');
    await heard(silent);
    child.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
    unfinished.destroy();
  });
});

test('whoever reads its words may go away, and it goes on', async () => {
  const { child, port } = await running();
  child.stdout.destroy();
  // Each of them comes and is written down; the first word that nobody takes is an error of the stream.
  for (const userName of ['one', 'two']) {
    const socket = io(`http://localhost:${port}`, { auth: { userName, password: 'x' }, forceNew: true });
    onTestFinished(() => void socket.close());
    await new Promise<void>((come) => void socket.once('connect', come));
  }
  expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200);
  expect(child.exitCode).toBeNull();
});
