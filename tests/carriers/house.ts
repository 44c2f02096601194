import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, firefox, type LaunchOptions, type Page } from '@playwright/test';
import { build } from 'vite';
import config from '../../playwright.config.ts';
import { inUrl, lanAddresses } from '../../server/addresses.ts';
import { courseClient, coursePage } from './course/page.ts';
import type { Outcome, Point, Side } from './peer.ts';

export type CallHouse = Awaited<ReturnType<typeof openCallHouse>>;
export type CallSide = Omit<Side, 'name' | 'room'>;

const root = join(import.meta.dirname, '../..');

// Firefox takes no loopback address for a STUN server, and on a machine without a network there is nothing else.
export const [host = '127.0.0.1'] = lanAddresses();

/** A server of one's own on the network, and pages that can call each other: `talk` of peer.ts stands in their window. */
export async function openCallHouse(args: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'trickle-'));
  const mine = join(folder, 'mine');
  mkdirSync(mine);
  await buildPage(mine);
  const start = (port: number) =>
    startServer(['--host', '::', '--port', String(port), '--data', join(folder, 'data'), '--mine', mine, ...args]);
  let server = await start(0);
  const { port } = server;
  const url = `http://${inUrl(host)}:${port}`;

  /** Each page in a context of its own: one behind another is given a frame a second. They are used again and again. */
  const pages = new Map<Browser, { alice: Promise<Page>; bob: Promise<Page> }>();
  function pagesOf(browser: Browser) {
    const both = pages.get(browser) ?? { alice: open(browser), bob: open(browser) };
    pages.set(browser, both);
    return both;
  }

  let whenReached: (point: Point) => Promise<void> | void = () => {};

  async function open(browser: Browser): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.exposeFunction('reached', (point: Point) => whenReached(point));
    await page.goto(`${url}/mine/`);
    await expect(page).toHaveTitle('ready');
    return page;
  }

  return {
    url,
    port,
    pagesOf,

    /** Alice calls Bob, and each hears the other. */
    async call(browsers: [alice: Browser, bob: Browser], sides: { alice: CallSide; bob: CallSide }) {
      const [alice, bob] = await Promise.all([pagesOf(browsers[0]).alice, pagesOf(browsers[1]).bob]);
      const room = `call-${crypto.randomUUID()}`;
      const outcomes = await Promise.all([
        talk(alice, { name: 'alice', room, ...sides.alice }),
        talk(bob, { name: 'bob', room, ...sides.bob }),
      ]);
      expect(outcomes.map(({ heard }) => heard)).toEqual(['hello from bob', 'hello from alice']);
      return outcomes;
    },

    /** The server dies when a call has come to this point for the first time, and another one comes up in its place. */
    killAt(point: Point) {
      const { promise, resolve } = Promise.withResolvers<void>();
      whenReached = async (reached) => {
        if (reached !== point) return;
        whenReached = () => {};
        await server.kill();
        // The call goes on while nobody is there.
        start(port).then((next) => {
          server = next;
          resolve();
        });
      };
      return promise;
    },

    async close() {
      for (const [browser, { alice, bob }] of pages)
        if (browser.isConnected()) for (const page of await Promise.all([alice, bob])) await page.context().close();
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const talk = (page: Page, side: Side) => page.evaluate((side) => window.talk(side), side);

async function buildPage(folder: string) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'peer.ts'), formats: ['es'], fileName: 'peer' },
    },
  });
  const load = `import('./peer.js').then(({ talk }) => { window.talk = talk; document.title = 'ready'; });`;
  writeFileSync(join(folder, 'index.html'), `<!doctype html><body><script type="module">${load}</script></body>`);
  mkdirSync(join(folder, 'course'));
  writeFileSync(join(folder, 'course/index.html'), coursePage());
  writeFileSync(join(folder, 'course/client.js'), courseClient);
}

/** The real server, as `npm start` runs it. */
async function startServer(args: string[]) {
  const child = spawn(process.execPath, ['server/main.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [said] = await Promise.race([once(child.stdout, 'data'), ended]);
  const [, port] = /localhost:(\d+)/.exec(String(said)) ?? [];
  if (port === undefined) throw new Error(`The server did not start: ${said}`);
  child.stdout.resume();
  return {
    port: Number(port),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The other browser, or the same one with other settings than all tests have. */
export function launch(
  name: 'chromium' | 'firefox',
  change: (options: LaunchOptions) => LaunchOptions = (same) => same,
) {
  const { launchOptions = {}, channel } = config.projects!.find((project) => project.name === name)!.use!;
  return { chromium, firefox }[name].launch({ ...change(launchOptions), channel });
}

let kept: Promise<Browser> | undefined;

/** Firefox, for a test that runs in Chromium: started once for all tests of a worker, and ended with it. */
export const firefoxToo = () => (kept ??= launch('firefox'));

/** Whoever came in a browser goes: it is another test's now. */
export async function empty(...browsers: Browser[]) {
  for (const context of browsers.flatMap((browser) => browser.contexts())) await context.close();
}

declare global {
  interface Window {
    talk(side: Side): Promise<Outcome>;
    reached(point: Point): Promise<void>;
  }
}
