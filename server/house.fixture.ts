import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as askHttp, type IncomingHttpHeaders } from 'node:http';
import { request as askHttps } from 'node:https';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import type { Journal } from './journal.ts';
import type { Options } from './options.ts';
import { serve } from './serve.ts';

/** A folder that is gone when the test is over, with these files in it. */
export function folderWith(files: Record<string, string | Buffer> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'trickle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const compressed = (name: string, text: string) => ({
  [name]: text,
  [`${name}.br`]: brotliCompressSync(text),
  [`${name}.gz`]: gzipSync(text),
});

export const home = '<!doctype html><title>Home</title><p>Welcome';
export const lost = '<!doctype html><title>Lost</title><p>There is no such page';

/** A built site as small as can be, in `site/`, and beside it something that nobody may ever read. */
export const house = () =>
  folderWith({
    'secret.txt': 'secret',
    ...compressed('site/index.html', home),
    ...compressed('site/404.html', lost),
    'site/lessons/media/index.html': '<!doctype html><title>Media</title>',
    'site/_astro/lab.D4gX2b.js': 'export {};',
    'site/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  });

/** An open house on a free port, closed when the test is over. */
export async function openHouse(options: Partial<Options> = {}, journal?: Journal) {
  const folder = house();
  const folders = { site: join(folder, 'site'), certs: join(folder, 'certs') };
  const plain: Options = { port: 0, host: 'localhost', lan: false, https: false, data: join(folder, 'data') };
  const opened = await serve({ ...plain, ...options }, folders, journal);
  onTestFinished(opened.close);
  return { ...opened, folder };
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };
type Question = { method?: string; headers?: Record<string, string>; host?: string; ca?: string };

/** Asks for exactly this path: nothing on the way tidies it up. */
export function ask(port: number, path: string, { ca, host = 'localhost', ...rest }: Question = {}): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const options = { port, path, host, agent: false, ...(ca && { ca }), ...rest };
  const asked = (ca ? askHttps : askHttp)(options, async (answer) => {
    const body = Buffer.concat(await answer.toArray());
    resolve({ status: answer.statusCode!, headers: answer.headers, body, text: body.toString() });
  });
  asked.on('error', reject).end();
  return promise;
}

/** Says these bytes and listens to the end. */
export async function say(port: number, bytes: string | Buffer, host = '127.0.0.1'): Promise<string> {
  const socket = connect(port, host);
  socket.write(bytes);
  return heard(socket);
}

/** Everything that comes until the other side closes or resets the connection. */
export async function heard(socket: Socket): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let text = '';
  socket.on('data', (chunk) => (text += chunk));
  socket.on('error', () => {});
  socket.on('close', () => resolve(text));
  return promise;
}
