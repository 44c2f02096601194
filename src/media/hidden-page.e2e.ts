import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, expect, test as plain } from '@playwright/test';
import { withWindow } from '../../tests/with-window.ts';

/** Evaluates in a tab, by the DevTools protocol itself. */
type Tab = { evaluate<Value>(expression: string): Promise<Value> };

/** Tabs of a Chromium that nobody drives: a page that Playwright drives never learns that it is hidden. */
const test = plain.extend<{ open: (url: string) => Promise<Tab> }>({
  open: async ({ launchOptions }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'trickle-'));
    const program = withWindow.executablePath ?? chromium.executablePath();
    const args = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${home}`, 'about:blank'];
    const browser = spawn(program, [...(launchOptions.args ?? []), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    const sockets: WebSocket[] = [];
    try {
      const door = await doorOf(browser);
      await use(async (url) => {
        const made = await fetch(`http://${door}/json/new?${url}`, { method: 'PUT' });
        const { id, webSocketDebuggerUrl } = (await made.json()) as { id: string; webSocketDebuggerUrl: string };
        await fetch(`http://${door}/json/activate/${id}`);
        const socket = new WebSocket(webSocketDebuggerUrl);
        sockets.push(socket);
        await once(socket, 'open');
        return { evaluate: (expression) => evaluate(socket, expression) };
      });
    } finally {
      for (const socket of sockets) socket.close();
      const ended = once(browser, 'exit');
      browser.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    }
  },
});

async function doorOf({ stderr }: ChildProcess) {
  for await (const line of createInterface({ input: stderr! })) {
    const door = /ws:\/\/([^/]+)\//.exec(line)?.[1];
    if (door) return door;
  }
  throw new Error('Chromium ended before it said where it listens.');
}

let asked = 0;

async function evaluate<Value>(socket: WebSocket, expression: string): Promise<Value> {
  const id = ++asked;
  const params = { expression, awaitPromise: true, returnByValue: true };
  const answered = Promise.withResolvers<Value>();
  const listen = ({ data }: MessageEvent) => {
    const message = JSON.parse(data);
    if (message.id !== id) return;
    socket.removeEventListener('message', listen);
    answered.resolve(message.result?.result?.value);
  };
  socket.addEventListener('message', listen);
  socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params }));
  return answered.promise;
}

/** How often the synthetic camera painted while a timer of the page went three rounds, as often a second as it paints. */
const paintsInThreeRounds = `new Promise((resolve) => {
  const before = painted;
  let rounds = 0;
  const timer = setInterval(() => {
    if (++rounds < 3) return;
    clearInterval(timer);
    resolve(painted - before);
  }, 1000 / 30);
})`;

test.skip(({ browserName }) => browserName !== 'chromium', 'only Chromium is opened here without a driver');

test('a synthetic camera goes on at its own pace in a page that is hidden', async ({ open, baseURL }) => {
  const lab = await open(`${baseURL}/labs/camera/`);
  await expect.poll(() => lab.evaluate(`customElements.get('lab-host') !== undefined`)).toBe(true);
  await lab.evaluate(`{
    var painted = 0;
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (...text) {
      painted++;
      return fillText.apply(this, text);
    };
    document.querySelector('[value="synthetic"]').checked = true;
    document.querySelector('[data-part="start"]').click();
  }`);
  await expect.poll(() => lab.evaluate<number>('painted')).toBeGreaterThan(0);
  await open(baseURL!);
  await expect.poll(() => lab.evaluate('document.visibilityState')).toBe('hidden');
  // The page's own timers are slowed down to one a second as soon as it is hidden; two words are painted each time.
  await expect.poll(() => lab.evaluate<number>(paintsInThreeRounds)).toBeGreaterThan(20);
});
