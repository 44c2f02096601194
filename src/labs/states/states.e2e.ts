import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../../../tests/axe.ts';
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

for (const [when, before] of [
  ['at first', []],
  ['after a call', call],
] as const) {
  test(`in every state, ${when}, each button says what the browser then does`, async ({ page, browserName }) => {
    await openLab(page);
    for (const [state, into] of Object.entries(ways)) {
      // Firefox cannot be brought there.
      if (browserName === 'firefox' && state.endsWith('pranswer')) continue;
      // What is refused changes nothing, so the next one can be pressed in the same place.
      let isThere = false;
      for (const name of everyCall) {
        if (!isThere) await startOver(page).then(() => pressAll(page, [...before, ...into]));
        const [pressed] = await pressAll(page, [`alice ${name}`]);
        expect(`${state}: ${name} ${foretold(pressed!)}`).toBe(`${state}: ${name} ${asSaid(pressed!)}`);
        if (pressed!.whole.includes('gathering begins')) await gathers(page, 'alice');
        isThere = pressed!.kind !== 'allowed';
      }
    }
  });
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

test('by hand, the right way and the wrong ways', async ({ page }) => {
  await openLab(page);

  await test.step('a call by hand: the track comes with the description, the pictures only once there is a way', async () => {
    const pressed = await pressAll(page, call);
    expect(pressed.map(({ tracks }) => tracks)).toEqual([0, 0, 1, 0, 0, 1]);
    const faces = page.locator('.card video');
    const frames = () =>
      faces.evaluateAll((faces) => (faces as HTMLVideoElement[]).map(({ videoWidth }) => videoWidth));
    expect(await frames()).toEqual([0, 0]);
    await findAWay(page);
    await expect.poll(frames).toEqual([320, 320]);
  });

  await test.step('gathering begins with setLocalDescription, neither with the connection nor with createOffer', async () => {
    await startOver(page);
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

  await test.step('an answer that is set twice is refused the second time, because the state is stable', async () => {
    await startOver(page);
    const again = (await pressAll(page, [...call, 'alice remote answer'])).at(-1)!;
    expect(again).toMatchObject({ kind: 'refused', error: 'InvalidStateError', state: 'stable' });
    await expect(outcome(page, 'Alice')).toContainText('If this answer came twice, leave the second one out.');
  });

  await test.step('an answer cannot be created before their offer is set', async () => {
    await startOver(page);
    const [early, , , late] = await pressAll(page, [
      'bob createAnswer',
      'alice local offer',
      'bob remote offer',
      'bob createAnswer',
    ]);
    expect(early).toMatchObject({ kind: 'refused', error: 'InvalidStateError', state: 'stable' });
    expect(late).toMatchObject({ kind: 'allowed', error: undefined, state: 'have-remote-offer' });
  });

  await test.step('an answer leads to stable, on both sides', async () => {
    await startOver(page);
    expect((await pressAll(page, call)).map(({ state }) => state)).toEqual([
      ...['stable', 'have-local-offer', 'have-remote-offer'],
      ...['have-remote-offer', 'stable', 'stable'],
    ]);
  });

  await test.step('when both have offered, whoever takes the other’s offer has taken back their own', async () => {
    await startOver(page);
    const both = await pressAll(page, ['alice local offer', 'bob local offer', 'bob remote offer', 'bob local answer']);
    expect(both.map(({ state }) => state)).toEqual([
      'have-local-offer',
      'have-local-offer',
      'have-remote-offer',
      'stable',
    ]);
    expect(await pressAll(page, ['alice remote answer'])).toMatchObject([{ state: 'stable', error: undefined }]);
  });

  await test.step('whoever listens for the track after the description was set has missed it', async () => {
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

  await test.step('an early candidate is refused, and can be added once the description is set', async () => {
    await startOver(page);
    await pressAll(page, ['alice local offer']);
    const add = card(page, 'Bob').getByRole('button', { name: 'addIceCandidate()' });
    await expect(add).toContainText('InvalidStateError');
    await add.click();
    await expect(outcome(page, 'Bob')).toContainText(
      'A candidate belongs to a description of theirs, and none is set.',
    );
    await pressAll(page, ['bob remote offer']);
    await expect(add).toContainText('to try');
    const [added] = await pressAll(page, ['bob addIceCandidate']);
    expect(added).toMatchObject({ error: undefined, state: 'have-remote-offer' });
  });

  await test.step('every call carries its very line', async () => {
    await startOver(page);
    const made = () =>
      page.evaluate(() =>
        document.querySelector<LabHost>('lab-host')!.lab!.trace.entries.filter(({ what }) => what === 'call'),
      );
    const { length: before } = await made();
    await pressAll(page, [...call, ...way, 'alice restartIce', 'bob close']);
    const lines = readFileSync('src/labs/states/states.ts', 'utf8').split('\n');
    const ofPeers = (await made()).slice(before).filter(({ on }) => on?.startsWith('pc'));
    // A candidate may not have come yet, and is not added then.
    expect(ofPeers.length).toBeGreaterThanOrEqual(8);
    for (const { name, line } of ofPeers) expect(lines[line![1] - 1]).toContain(`.${name}(`);
  });

  await test.step('by keyboard alone, and with a description for whoever listens', async () => {
    await startOver(page);
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
});

test('axe finds nothing in a lab with a refusal in it, light or dark', async ({ page, browserName }) => {
  test.skip(browserName === 'firefox', 'The same page, at thrice the time.');
  await openLab(page);
  await pressAll(page, ['alice createOffer', 'alice createAnswer', 'bob remote offer']);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Beside a lesson the lab’s title is the heading above those of its pictures.
    const found = await axeFinds(page, (axe) => axe.include('lab-host').disableRules('heading-order'));
    expect(found, colorScheme).toEqual([]);
  }
});
