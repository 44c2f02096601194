import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { LabHost } from '../lab-host.ts';
import { gathers, openLab, type Press, type Pressed, pressAll, startOver } from './press.fixture.ts';
import type { CallName } from './states.ts';

const everyCall: readonly CallName[] = [
  'createOffer',
  'createAnswer',
  'local offer',
  'local pranswer',
  'local answer',
  'local rollback',
  'remote offer',
  'remote pranswer',
  'remote answer',
  'remote rollback',
  'addIceCandidate',
  'restartIce',
  'close',
];

const call: Press[] = [
  'alice createOffer',
  'alice local offer',
  'bob remote offer',
  'bob createAnswer',
  'bob local answer',
  'alice remote answer',
];

/** How Alice comes into each state, so that Bob has made what can be made. */
const ways: Record<RTCSignalingState, Press[]> = {
  stable: ['bob createOffer'],
  'have-local-offer': ['alice local offer', 'bob remote offer', 'bob createAnswer'],
  'have-remote-offer': ['bob local offer', 'alice remote offer', 'alice createAnswer'],
  'have-local-pranswer': ['bob local offer', 'alice remote offer', 'alice createAnswer', 'alice local pranswer'],
  'have-remote-pranswer': ['alice local offer', 'bob remote offer', 'bob createAnswer', 'alice remote pranswer'],
  closed: ['bob createOffer', 'alice close'],
};

/** What the browser did, in the words of the button that said it beforehand. */
const asSaid = ({ kind, whole, error, state }: Pressed) =>
  kind === 'missing' ? '–' : error ? `✕ ${error}` : `→ ${state}${whole.includes('track') ? ', track' : ''}`;
const foretold = ({ kind, says, whole, tracks }: Pressed) =>
  kind === 'missing'
    ? '–'
    : kind === 'refused'
      ? says
      : `→ ${/Leads to ([\w-]+)/.exec(whole)![1]}${tracks ? ', track' : ''}`;

for (const [state, into] of Object.entries(ways)) {
  for (const [when, before] of [
    ['at first', []],
    ['after a call', call],
  ] as const) {
    test(`in ${state}, ${when}, every button says what the browser then does`, async ({ page, browserName }) => {
      test.skip(browserName === 'firefox' && state.endsWith('pranswer'), 'Firefox cannot be brought there.');
      await openLab(page);
      for (const name of everyCall) {
        await startOver(page);
        const [pressed] = (await pressAll(page, [...before, ...into, `alice ${name}`])).slice(-1);
        expect(`${name} ${foretold(pressed!)}`).toBe(`${name} ${asSaid(pressed!)}`);
        if (pressed!.whole.includes('gathering begins')) await gathers(page, 'alice');
      }
    });
  }
}

const way: Press[] = ['bob addIceCandidate', 'alice addIceCandidate'];
const card = (page: Page, name: 'Alice' | 'Bob') => page.getByRole('region', { name, exact: true });
const outcome = (page: Page, name: 'Alice' | 'Bob') =>
  page.getByRole('status', { name: `What became of ${name}’s call` });

/** Presses addIceCandidate at both until they are connected: candidates keep coming. */
async function findAWay(page: Page) {
  await expect
    .poll(async () => {
      await pressAll(page, way);
      return page.evaluate(() => {
        const { entries } = document.querySelector<LabHost>('lab-host')!.lab!.trace;
        return entries.filter(({ what, name, body }) => `${what} ${name} ${body}` === 'state connection connected')
          .length;
      });
    })
    .toBe(2);
}

test('a call by hand: the track comes with the description, the pictures only once there is a way', async ({
  page,
}) => {
  await openLab(page);
  const pressed = await pressAll(page, call);
  expect(pressed.map(({ tracks }) => tracks)).toEqual([0, 0, 1, 0, 0, 1]);
  const faces = page.locator('.card video');
  const frames = () => faces.evaluateAll((faces) => (faces as HTMLVideoElement[]).map(({ videoWidth }) => videoWidth));
  expect(await frames()).toEqual([0, 0]);
  await findAWay(page);
  await expect.poll(frames).toEqual([320, 320]);
});

test('gathering begins with setLocalDescription, neither with the connection nor with createOffer', async ({
  page,
}) => {
  await openLab(page);
  const gathering = () =>
    page.evaluate(() => {
      const { entries } = document.querySelector<LabHost>('lab-host')!.lab!.trace;
      return entries.findLast(({ who, what, name }) => `${who} ${what} ${name}` === 'alice state gathering')?.body;
    });
  const [made] = await pressAll(page, ['alice createOffer']);
  expect([made!.whole, await gathering()]).toEqual(['Allowed. Leads to stable, and an offer is made.', 'new']);
  const [set] = await pressAll(page, ['alice local offer']);
  expect(set!.whole).toContain('gathering begins');
  await gathers(page, 'alice');
});

test('an answer that is set twice is refused the second time, because the state is stable', async ({ page }) => {
  await openLab(page);
  const again = (await pressAll(page, [...call, 'alice remote answer'])).at(-1)!;
  expect(again).toMatchObject({ kind: 'refused', error: 'InvalidStateError', state: 'stable' });
  await expect(outcome(page, 'Alice')).toContainText('If this answer came twice, leave the second one out.');
});

test('an answer cannot be created before their offer is set', async ({ page }) => {
  await openLab(page);
  const [early, , , late] = await pressAll(page, [
    'bob createAnswer',
    'alice local offer',
    'bob remote offer',
    'bob createAnswer',
  ]);
  expect(early).toMatchObject({ kind: 'refused', error: 'InvalidStateError', state: 'stable' });
  expect(late).toMatchObject({ kind: 'allowed', error: undefined, state: 'have-remote-offer' });
});

test('an answer leads to stable, on both sides', async ({ page }) => {
  await openLab(page);
  expect((await pressAll(page, call)).map(({ state }) => state)).toEqual([
    ...['stable', 'have-local-offer', 'have-remote-offer'],
    ...['have-remote-offer', 'stable', 'stable'],
  ]);
});

test('when both have offered, whoever takes the other’s offer has taken back their own', async ({ page }) => {
  await openLab(page);
  const both = await pressAll(page, ['alice local offer', 'bob local offer', 'bob remote offer', 'bob local answer']);
  expect(both.map(({ state }) => state)).toEqual([
    'have-local-offer',
    'have-local-offer',
    'have-remote-offer',
    'stable',
  ]);
  expect(await pressAll(page, ['alice remote answer'])).toMatchObject([{ state: 'stable', error: undefined }]);
});

test('whoever listens for the track after the description was set has missed it', async ({ page }) => {
  await page.goto('/labs/states/');
  const heard = await page.evaluate(async () => {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    alice.addTransceiver('video');
    await alice.setLocalDescription();
    const heard: string[] = [];
    bob.addEventListener('track', () => heard.push('in time'));
    await bob.setRemoteDescription(alice.localDescription!);
    bob.addEventListener('track', () => heard.push('late'));
    await bob.setLocalDescription();
    await alice.setRemoteDescription(bob.localDescription!);
    const there = bob.getReceivers().map(({ track }) => track.kind);
    alice.close();
    bob.close();
    return { heard, there };
  });
  expect(heard).toEqual({ heard: ['in time'], there: ['video'] });
});

test('an early candidate is refused, and can be added once the description is set', async ({ page }) => {
  await openLab(page);
  await pressAll(page, ['alice local offer']);
  const add = card(page, 'Bob').getByRole('button', { name: 'addIceCandidate()' });
  await expect(add).toContainText('InvalidStateError');
  await add.click();
  await expect(outcome(page, 'Bob')).toContainText('A candidate belongs to a description of theirs, and none is set.');
  await pressAll(page, ['bob remote offer']);
  await expect(add).toContainText('to try');
  const [added] = await pressAll(page, ['bob addIceCandidate']);
  expect(added).toMatchObject({ error: undefined, state: 'have-remote-offer' });
});

test('every call carries its very line', async ({ page }) => {
  await openLab(page);
  await pressAll(page, [...call, ...way, 'alice restartIce', 'bob close']);
  const made = await page.evaluate(() =>
    document.querySelector<LabHost>('lab-host')!.lab!.trace.entries.filter(({ what }) => what === 'call'),
  );
  const lines = readFileSync('src/labs/states/states.ts', 'utf8').split('\n');
  const ofPeers = made.filter(({ on, name }) => on?.startsWith('pc') && !name.startsWith('new '));
  expect(ofPeers.length).toBeGreaterThan(8);
  for (const { name, line } of ofPeers) expect(lines[line![1] - 1]).toContain(`.${name}(`);
});

test('by keyboard alone, and with a description for whoever listens', async ({ page }) => {
  await openLab(page);
  const alice = card(page, 'Alice');
  const create = alice.getByRole('button', { name: 'createOffer()' });
  await expect(create).toHaveAccessibleDescription('Allowed. Leads to stable, and an offer is made.');
  await create.focus();
  await page.keyboard.press('Enter');
  await expect(outcome(page, 'Alice')).toContainText('createOffer() went through: still stable');
  await page.keyboard.press('Tab');
  await expect(alice.getByRole('button', { name: 'createAnswer()' })).toBeFocused();
  await expect(alice.locator('.hint')).toContainText('Would be refused. An answer needs an offer');
  await page.keyboard.press('Enter');
  await expect(outcome(page, 'Alice')).toContainText('createAnswer() was refused in stable: InvalidStateError');
  await expect(alice.getByRole('button', { name: 'createAnswer()' })).toBeFocused();
  // What there is nothing to call with can be reached and read, and does nothing.
  await alice.getByRole('button', { name: 'setRemoteDescription answer' }).focus();
  await page.keyboard.press('Enter');
  await expect(outcome(page, 'Alice')).toContainText('createAnswer()');
  await page.getByRole('button', { name: 'Start over' }).focus();
  await page.keyboard.press('Enter');
  await expect(outcome(page, 'Alice')).toBeEmpty();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a lab with a refusal in it, ${colorScheme}`, async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'The same page, at thrice the time.');
    await page.emulateMedia({ colorScheme });
    await openLab(page);
    await pressAll(page, ['alice createOffer', 'alice createAnswer', 'bob remote offer']);
    // Beside a lesson the lab’s title is the heading above those of its pictures.
    const { violations } = await new AxeBuilder({ page }).include('lab-host').disableRules('heading-order').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]!.html])).toEqual([]);
  });
}
