import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { openLanHouse } from '../../../tests/lan-house.ts';
import { scan } from '../../../tests/scan.ts';
import type { LabHost } from '../lab-host.ts';

async function open(page: Page, address = '', house = '') {
  await page.goto(`${house}/labs/by-hand/${address}`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  return { alice: page.getByRole('region', { name: 'Alice' }), bob: page.getByRole('region', { name: 'Bob' }) };
}

type Side = ReturnType<Page['getByRole']>;

/** The letter of a side, once it grows no more. */
async function letterOf(side: Side) {
  await expect(side.getByText('It is whole')).toBeVisible();
  return side
    .getByRole('textbox', { name: /^(Alice’s offer|Bob’s answer)$/, includeHidden: true })
    .and(side.locator('[readonly]'))
    .inputValue();
}

async function bring(side: Side, what: string, letter: string) {
  await side.getByRole('textbox', { name: what }).fill(letter);
  await side.getByRole('button', { name: what === 'Alice’s offer' ? 'Answer it' : 'Take the answer' }).click();
}

async function expectTalk(alice: Side, bob: Side) {
  await expect(alice.getByRole('status', { name: 'How Alice fares' })).toContainText('Connected');
  await expect(bob.getByRole('status', { name: 'How Bob fares' })).toContainText('Connected');
  await alice.getByRole('textbox', { name: 'Alice says' }).fill('No server has read this.');
  await alice.getByRole('button', { name: 'Say' }).click();
  await expect(bob.getByRole('list', { name: 'What Bob heard' })).toHaveText('Alice No server has read this.');
}

test('a learner carries offer and answer, and they talk; what is put down in the wrong place is explained', async ({
  page,
}) => {
  const { alice, bob } = await open(page);
  await bring(bob, 'Alice’s offer', 'dear Bob');
  await expect(bob.getByText('This is no description')).toBeVisible();
  await alice.getByRole('button', { name: 'Write an offer' }).click();
  await expect(bob.getByText('This is no description'), 'once there is an offer').toHaveCount(0);
  const offer = await letterOf(alice);
  expect(JSON.parse(offer)).toMatchObject({ type: 'offer', sdp: expect.stringContaining('a=candidate:') });

  await bring(bob, 'Alice’s offer', offer.slice(0, -40));
  await expect(bob.getByText('breaks off')).toBeVisible();
  await bring(alice, 'Bob’s answer', offer);
  await expect(alice.getByText('This is an offer, and here an answer is due.')).toBeVisible();
  await alice.getByRole('textbox', { name: 'Bob’s answer' }).fill('');
  await expect(alice.getByText('This is an offer'), 'once it is gone').toHaveCount(0);

  await alice.getByRole('button', { name: 'Copy as text' }).click();
  await bring(bob, 'Alice’s offer', offer);
  const answer = await letterOf(bob);
  await bob.getByRole('button', { name: 'Copy as text' }).click();
  await bring(bob, 'Alice’s offer', answer);
  await expect(bob.getByText('This is an answer, and here an offer is due.')).toBeVisible();
  await bring(alice, 'Bob’s answer', answer);
  await expectTalk(alice, bob);

  const mail = await page.evaluate(() =>
    document
      .querySelector<LabHost>('lab-host')!
      .lab!.trace.entries.filter(({ mail, name }) => mail && name !== 'message'),
  );
  expect(mail.map(({ who, what, name }) => `${who} ${what} ${name}`)).toEqual([
    'alice sent offer',
    'bob received offer',
    'bob sent answer',
    'alice received answer',
  ]);
  const quoted = await page.evaluate(() =>
    document
      .querySelector<LabHost>('lab-host')!
      .lab!.trace.entries.filter(({ what, line }) => what === 'call' && line?.[0].endsWith('/by-hand.ts')),
  );
  const lines = readFileSync('src/labs/by-hand/by-hand.ts', 'utf8').split('\n');
  for (const { name, line } of quoted) expect(lines[line![1] - 1]).toContain(`.${name}(`);
  expect(new Set(quoted.map(({ name }) => name))).toEqual(
    new Set(['createDataChannel', 'setLocalDescription', 'setRemoteDescription']),
  );
});

test('an answer to an earlier offer is refused here, though the browser would take it', async ({ page }) => {
  const { alice, bob } = await open(page);
  await alice.getByRole('button', { name: 'Write an offer' }).click();
  const offer = await letterOf(alice);
  const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString();
  await bring(bob, 'Alice’s offer', JSON.stringify({ ...JSON.parse(offer), written: lastWeek }));
  await expect(bob.getByText('It was written 7 days ago.')).toBeVisible();
  await bring(bob, 'Alice’s offer', offer);
  await expect(bob.getByText('It was written')).toHaveCount(0);
  const answer = await letterOf(bob);
  const first = JSON.parse(answer).answers;
  await alice.getByRole('button', { name: 'Write another offer' }).click();
  await expect.poll(async () => /^o=\S+ (\S+)/m.exec(JSON.parse(await letterOf(alice)).sdp)![1]).not.toBe(first);
  await bring(alice, 'Bob’s answer', answer);
  await expect(alice.getByText('This answers another offer.')).toBeVisible();

  const state = await page.evaluate(async (answer) => {
    const other = new RTCPeerConnection();
    other.createDataChannel('chat');
    await other.setLocalDescription();
    await other.setRemoteDescription(answer);
    const state = other.signalingState;
    other.close();
    return state;
  }, JSON.parse(answer));
  expect(state).toBe('stable');
});

async function scanned(side: Side, what: string) {
  await side.getByText('As a QR code').click();
  return scan(side.getByRole('img', { name: `${what} as a QR code` }));
}

test('scanned from another window, the code opens as Bob with the offer put down; his answer’s link finds Alice', async ({
  page,
  context,
}) => {
  const { alice } = await open(page, '?as=alice');
  await alice.getByRole('button', { name: 'Write an offer' }).click();
  await letterOf(alice);
  const other = await context.newPage();
  const { bob } = await open(other, (await scanned(alice, 'Alice’s offer')).split('/by-hand/')[1]);
  await bob.getByRole('button', { name: 'Answer it' }).click();
  await letterOf(bob);
  const third = await context.newPage();
  await open(third, (await scanned(bob, 'Bob’s answer')).split('/by-hand/')[1]);
  await expect(third.getByText('The window that wrote the offer has taken the answer.')).toBeVisible();
  await expectTalk(alice, bob);
});

test('where others are let in, the code leads to an address that reaches this machine @once', async ({ browser }) => {
  const house = await openLanHouse();
  try {
    const page = await (await browser.newContext()).newPage();
    const { addresses } = await (await page.request.get(`http://localhost:${house.port}/api/here`)).json();
    test.skip(addresses.length === 0, 'This machine is in no network.');
    const { alice } = await open(page, '?as=alice', `http://localhost:${house.port}`);
    await alice.getByRole('button', { name: 'Write an offer' }).click();
    await letterOf(alice);
    const link = await scanned(alice, 'Alice’s offer');
    expect(link.startsWith(`${addresses[0].http}labs/by-hand/?as=bob#offer=`), link).toBe(true);
    await page.context().close();
  } finally {
    await house.close();
  }
});
