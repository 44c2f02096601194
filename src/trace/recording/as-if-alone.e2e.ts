import { type Browser, expect, test } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import { serveSource } from '../../../tests/source-site.ts';
import { badGuests } from './as-if-alone/bad-guests.ts';
import type { Account } from './as-if-alone/run.ts';
import { scenarios } from './as-if-alone/scenarios.ts';

// The same page acts every scenario out twice, alone and with a recorder that was installed before its first line, and
// writes down what it sees: results and errors, promises and the microtask in which they settle, events and the order of
// everything. Both accounts are to be alike. Two things are not looked at, because they cannot be: what
// Function.prototype.toString says, and how many frames a stack has.

let site: Awaited<ReturnType<typeof serveSource>>;
let alone: Account;

/** What no scenario can bring about, or nobody records. */
const excused = [
  'MediaDevices.ondevicechange', // no test plugs a device in
  'MediaStreamTrack.oncapturehandlechange', // nor captures a tab that names itself
  'RTCDataChannel.onerror', // Firefox 153 closes a channel without it, whatever happened
  'RTCPeerConnection.onaddtrack', // Firefox 153 has the attribute and no such event
  // Lists of tracks are not recorded, nor what Chromium alone says of a whole stream.
  ...['getTracks', 'getAudioTracks', 'getVideoTracks', 'getTrackById'].map((name) => `MediaStream.${name}`),
  ...['onaddtrack', 'onactive', 'oninactive'].map((name) => `MediaStream.${name}`),
];

/** How the browsers say that the stack is used up. */
const usedUp = /Maximum call stack|too much recursion|unreadable/;

/** What a page saw, and what was recorded of it. */
type Act = { account: Account; entries: Entry[]; uncovered: string[] };

/** Lets a page act after some first line of somebody else's. */
async function act(browser: Browser, firstLine: string, names = Object.keys(scenarios)): Promise<Act> {
  const page = await browser.newPage();
  await page.goto(site.url);
  const acted = await page.evaluate<Act>(`(async () => {
    const entries = [];
    ${firstLine}
    const { run } = await import('/src/trace/recording/as-if-alone/run.ts');
    const { uncovered } = await import('/src/trace/recording/as-if-alone/uncovered.ts');
    return { account: await run(${JSON.stringify(names)}), entries, uncovered: uncovered(entries) };
  })()`);
  await page.close();
  return acted;
}

const install = `
  const { install } = await import('/src/trace/install.ts');
  const { createTrace } = await import('/src/trace/trace.ts');
  const trace = createTrace(performance.now.bind(performance));
  trace.follow((entry) => { entries[entries.length] = { ...entry }; }, new AbortController().signal);
  install(window, 'alice', { trace, lineOf: (stack) => (stack ? ['a line', 1] : undefined) });`;

test.describe.configure({ mode: 'default' });
test.beforeAll(async ({ browser }) => {
  test.setTimeout(60_000);
  site = await serveSource();
  ({ account: alone } = await act(browser, ''));
});
test.afterAll(() => site.close());

test('with a recorder a page sees what it sees alone @both', async ({ browser }) => {
  const { account: recorded, entries, uncovered } = await act(browser, install);
  for (const name of Object.keys(scenarios)) {
    expect.soft(alone[name], name).not.toEqual([]);
    expect.soft(alone[name], name).not.toContainEqual(expect.stringContaining('The scenario fails'));
    expect.soft(recorded[name], name).toEqual(alone[name]);
  }
  expect(uncovered.filter((member) => !excused.includes(member))).toEqual([]);
  const troubles = entries.filter(({ what, body }) => what === 'note' && !usedUp.test(JSON.stringify(body)));
  expect(troubles).toEqual([]);
});

// What they do wrong is wrong in every browser: that it would be noticed, one of them shows.
test.describe('a worse guest is noticed: @long', () => {
  for (const [name, { caughtBy }] of Object.entries(badGuests)) {
    test(name, async ({ browser }) => {
      const guest = `
        const { badGuests } = await import('/src/trace/recording/as-if-alone/bad-guests.ts');
        badGuests[${JSON.stringify(name)}].install();`;
      const { account } = await act(browser, guest, [caughtBy]);
      expect(account[caughtBy]).not.toEqual(alone[caughtBy]);
    });
  }
});
