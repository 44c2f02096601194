import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import type { LabHost } from '../lab-host.ts';

const call = (page: Page) => page.getByRole('status', { name: 'Call' });
const entries = (page: Page) =>
  page.evaluate(() => [...(document.querySelector<LabHost>('lab-host')!.lab?.trace.entries ?? [])]) as Promise<Entry[]>;

async function start(page: Page, address = '/labs/hello/') {
  await page.goto(address);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(call(page)).toContainText('Connected, directly');
}

/** Resolves when this many more frames of what was received have been shown. */
const framesOf = (page: Page, who: 'Alice' | 'Bob', count = 3) =>
  page.getByLabel(`${who}, as the other one sees them`).evaluate(async (video: HTMLVideoElement, count) => {
    for (let frame = 0; frame < count; frame++) await new Promise((shown) => video.requestVideoFrameCallback(shown));
    return [video.videoWidth, video.videoHeight];
  }, count);

test('a call, from the one press to its end', async ({ page, context }) => {
  await start(page);
  await test.step('one press connects Alice and Bob, and each receives the other’s picture', async () => {
    expect(await framesOf(page, 'Alice')).toEqual([320, 240]);
    expect(await framesOf(page, 'Bob')).toEqual([320, 240]);
  });

  await test.step('what Alice writes is read where Bob received it, and the other way round', async () => {
    await page.getByRole('textbox', { name: 'Alice says' }).fill('Can you see me?');
    await page.keyboard.press('Enter');
    const chat = page.getByRole('list', { name: 'Chat' });
    await expect(chat.getByRole('listitem')).toHaveText(['Alice Can you see me?']);
    await page.getByRole('textbox', { name: 'Bob says' }).fill('Very well.');
    await page.keyboard.press('Enter');
    await expect(chat.getByRole('listitem')).toHaveText(['Alice Can you see me?', 'Bob Very well.']);
    const messages = (await entries(page)).filter(({ name }) => name === 'message');
    expect(messages.map(({ who, what }) => `${who} ${what}`)).toEqual([
      'alice sent',
      'bob received',
      'bob sent',
      'alice received',
    ]);
  });

  await test.step('every call that the lesson quotes carries its very line', async () => {
    const quoted = (await entries(page)).filter(({ what, line }) => what === 'call' && line?.[0].endsWith('/hello.ts'));
    expect(new Set(quoted.map(({ name }) => name))).toEqual(
      new Set([
        'createDataChannel',
        'addTrack',
        'createOffer',
        'setLocalDescription',
        'setRemoteDescription',
        'createAnswer',
        'addIceCandidate',
      ]),
    );
    const lines = readFileSync('src/labs/hello/hello.ts', 'utf8').split('\n');
    for (const { name, line } of quoted) expect(lines[line![1] - 1]).toContain(`.${name}(`);
  });

  await test.step('what is sent is a copy, and arrives once and after it was sent', async () => {
    const mail = (await entries(page)).filter((entry) => entry.mail?.startsWith('hello:'));
    const sent = mail.filter(({ what }) => what === 'sent');
    for (const { mail: id, seq } of sent) {
      const arrivals = mail.filter((entry) => entry.what === 'received' && entry.mail === id);
      expect(arrivals).toHaveLength(1);
      expect(arrivals[0]!.seq).toBeGreaterThan(seq);
    }
  });

  await test.step('once they are connected, the call goes on without any server', async () => {
    await context.setOffline(true);
    await expect(page.evaluate(() => fetch('/healthz'))).rejects.toThrow();
    await framesOf(page, 'Alice', 30);
    await framesOf(page, 'Bob', 30);
    await page.getByRole('textbox', { name: 'Alice says' }).fill('Still here');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Chat' })).toContainText('Still here');
    await context.setOffline(false);
  });

  await test.step('stopping the lab closes both connections', async () => {
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect
      .poll(async () =>
        (await entries(page)).filter(({ what, name, body }) => `${what} ${name} ${body}` === 'state connection closed'),
      )
      .toHaveLength(2);
  });
});

test('however much is said, the newest line is in sight, and nothing below it moves', { tag: '@once' }, async ({
  page,
}) => {
  await page.goto('/labs/hello/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const pictures = page.getByRole('region', { name: 'What happened' });
  const top = () => pictures.evaluate((pictures) => pictures.getBoundingClientRect().top + scrollY);
  const before = await top();
  await expect(call(page)).toContainText('Connected, directly');
  for (let turn = 1; turn <= 9; turn++) {
    await page.getByRole('textbox', { name: 'Bob says' }).fill(`Line ${turn}`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Chat' }).getByText(`Line ${turn}`)).toBeInViewport({ ratio: 0.9 });
  }
  expect(await top()).toBe(before);
});

test('whoever comes gets their face above their lane; a look back at the beginning shows a chair', {
  tag: '@once',
}, async ({ page }) => {
  await start(page);
  const sequence = page.getByRole('region', { name: 'Sequence' });
  await expect(sequence.locator('video')).toHaveCount(2);
  await page.getByRole('slider', { name: 'Moment' }).press('Home');
  await expect(sequence.locator('video')).toHaveCount(0);
  await page.getByRole('radio', { name: 'States' }).check({ force: true });
  await page.getByRole('button', { name: 'Live', exact: true }).click();
  await page.getByRole('radio', { name: 'Sequence' }).check({ force: true });
  expect(await framesOf(page, 'Alice')).toEqual([320, 240]);
});

test('an offer without a fingerprint is refused by the browser', async ({ page }) => {
  await page.goto('/labs/hello/');
  const refusal = await page.evaluate(async () => {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    alice.createDataChannel('chat');
    const { type, sdp } = await alice.createOffer();
    const bare = sdp!.replaceAll(/a=fingerprint:.*\r\n/g, '');
    try {
      await bob.setRemoteDescription({ type, sdp: bare });
      return 'accepted';
    } catch (error) {
      return (error as Error).name;
    } finally {
      alice.close();
      bob.close();
    }
  });
  expect(refusal).toMatch(/^(InvalidAccessError|OperationError)$/);
});

test('beside the lesson, picking a row lights the line that made the call', { tag: '@once' }, async ({ page }) => {
  await start(page, '/lessons/start/what-is-webrtc/');
  const lit = page.locator('figure[data-file="src/labs/hello/hello.ts"] [data-lit="now"]');
  for (const name of ['createOffer', 'createAnswer']) {
    await page.getByRole('treeitem').filter({ hasText: name }).first().click();
    await expect(lit).toContainText(`.${name}(`);
  }
});

test('stopped in the middle of a call, it starts again', async ({ page }) => {
  await page.goto('/labs/hello/');
  for (let turn = 0; turn < 8; turn++) {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    // At another point of the call each time: after so many entries of the trace.
    await page.waitForFunction(
      (count) => (document.querySelector<LabHost>('lab-host')!.lab?.trace.entries.length ?? 0) > count,
      turn * 12,
    );
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
  }
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(call(page)).toContainText('Connected, directly');
});
