import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { LabHost } from '../lab-host.ts';

const call = (page: Page) => page.getByRole('status', { name: 'Call' });
const fact = (page: Page, what: string) =>
  page.getByRole('region', { name: 'What came of it' }).getByRole('row', { name: what }).getByRole('cell').last();
const line = (page: Page, text: string) => page.locator('[data-line] > button', { hasText: text }).first();
const connected = 'they are connected';

async function start(page: Page) {
  await page.goto('/labs/sdp/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(call(page)).toContainText(connected);
}

async function suggest(page: Page, title: string) {
  const list = page.getByText('Changes to try');
  if (!(await page.getByRole('button', { name: title }).isVisible())) await list.click();
  await page.getByRole('button', { name: title }).click();
}

test('a line that is changed goes into the next call, and what changed in it is told', async ({ page }) => {
  await start(page);
  await expect(fact(page, 'Alice’s picture')).toContainText('goes both ways, as');

  // By hand: the first direction that stands in a section of the offer is that of the sound.
  await page
    .getByRole('region', { name: /^audio/ })
    .getByRole('button', { name: 'a=sendrecv' })
    .click();
  await page.getByRole('textbox', { name: 'The line' }).fill('a=sendonly');
  await page.getByRole('button', { name: 'Change it', exact: true }).click();
  await page.getByRole('button', { name: 'Call with this change' }).click();
  await expect(fact(page, 'Alice’s sound')).toContainText('goes to Bob only');
  await expect(call(page)).toContainText(connected);
  await expect(line(page, 'edited')).toContainText('a=sendonly');
  await page.getByText('Side by side', { exact: true }).click();
  await expect(page.getByRole('article').first()).toContainText('The offerer sends, as offered.');
  await page.getByRole('button', { name: 'Undo all' }).click();
  await expect(fact(page, 'Alice’s sound')).toContainText('goes both ways');

  await suggest(page, 'Short messages');
  await expect(fact(page, 'Bob may send messages of')).toHaveText('up to 1,000 bytes');

  await suggest(page, 'A codec that nobody knows');
  await page.getByText('Side by side', { exact: true }).click();
  const video = page.getByRole('article').nth(1);
  await expect(video.getByRole('row', { name: /^VP7 \(\d+\)/ })).toHaveText(/–$/);
  await expect(video).toContainText('The answer leaves it out');
  await expect(fact(page, 'Alice’s picture')).toHaveText(/goes both ways, as (?!VP8)/);

  // Every call of it carries its very line.
  const calls = await page.evaluate(() =>
    document
      .querySelector<LabHost>('lab-host')!
      .lab!.trace.entries.filter(({ what, line }) => what === 'call' && line?.[0].endsWith('/sdp.ts')),
  );
  const names = [
    'addTrack',
    'getParameters',
    'createDataChannel',
    'createOffer',
    'setRemoteDescription',
    'createAnswer',
  ];
  expect(new Set(calls.map(({ name }) => name))).toEqual(new Set([...names, 'setLocalDescription', 'getTransceivers']));
});

test('a section that is refused stays where it is, with port 0', async ({ page }) => {
  await start(page);
  await suggest(page, 'No picture, please');
  await expect(fact(page, 'Alice’s picture')).toContainText(/refused|gone/);
  await page.getByText('Side by side', { exact: true }).click();
  await expect(page.getByRole('article').locator('.verdict')).toHaveText([
    /Both send/,
    'Refused: the answer gives it port 0.',
    /Taken/,
  ]);
});

test('somebody else’s fingerprint is taken by both, and then the connection fails', async ({ page, browserName }) => {
  await start(page);
  if (browserName === 'chromium') {
    // One’s own it does not let one change.
    const where = page.getByRole('combobox', { name: 'Change it' });
    await where.selectOption({ label: 'before it is set by whoever made it' });
    await suggest(page, 'Somebody else’s fingerprint');
    await expect(call(page)).toHaveText('Alice’s setLocalDescription(offer) was refused: InvalidModificationError.');
    await where.selectOption({ label: 'on its way to the other' });
  }
  await suggest(page, 'Somebody else’s fingerprint');
  await expect(call(page)).toContainText('yet the connection failed');
  await expect(fact(page, 'Bob’s connection')).toHaveText('failed');
});

test('without its letter a line is refused by name in Chromium, and in Firefox everything behind it is lost', async ({
  page,
  browserName,
}) => {
  await start(page);
  await suggest(page, 'A line lost its letter');
  if (browserName === 'chromium') {
    await expect(call(page)).toHaveText('Bob’s setRemoteDescription(offer) was refused: OperationError.');
    await expect(line(page, 'rtcp-mux')).toHaveAttribute('aria-expanded', 'true');
    await expect(page.locator('.explanation .said')).toContainText('rtcp-mux Invalid SDP line.');
  } else {
    await expect(call(page)).toContainText('was refused: InvalidAccessError');
  }
  await expect(page.getByRole('list', { name: 'What is wrong with it' })).toContainText('This is no line of SDP.');
});

test('any description is read line by line, none lost, and this browser says whether it takes it', async ({
  page,
  browserName,
}) => {
  await start(page);
  await page.getByText('Any other', { exact: true }).click();
  for (const [name, title] of [
    ['safari-offer', 'Safari: offer'],
    ['plan-b-offer', 'Chromium before 2022: offer in Plan B'],
    ['janus-offer', 'Janus, a media server: offer'],
  ] as const) {
    await page.getByRole('combobox', { name: 'Take one of' }).selectOption(title);
    const text = readFileSync(`src/sdp/fixtures/${name}.sdp`, 'utf8');
    await expect(page.locator('[data-line] > button > code')).toHaveText(text.trimEnd().split('\r\n'));
  }
  const verdictOn = async (text: string) => {
    await page.getByRole('textbox', { name: 'Or paste one' }).fill(text);
    await page.getByRole('button', { name: 'Give it to this browser' }).click();
    return page.getByRole('status', { name: 'The browser’s verdict' });
  };
  const whole = readFileSync('src/sdp/fixtures/safari-offer.sdp', 'utf8').trimEnd();
  const verdict = await verdictOn(whole);
  if (browserName === 'chromium') await expect(verdict).toContainText('Failed to parse SessionDescription');
  else await expect(verdict, 'Firefox takes a last line without its end').toContainText('takes it');
  await expect(page.getByRole('list', { name: 'What is wrong with it' })).toContainText('The last line has no end');

  await verdictOn('v=0\no=- 1 2 IN IP4 127.0.0.1\ns=-\nt=0 0\nm=audio 9\n');
  await expect(verdict).toContainText(/fields|protocol/);
  await expect(page.locator('[data-line="5"] .said'), 'the line that the browser means is opened').toBeVisible();
  await expect(page.locator('[data-marks="wrong"] .number').last()).toHaveText('5');
});

test('an offer that was made before addTrack has no section for the track, and the other side’s track never fires', async ({
  page,
}) => {
  await page.goto('/labs/sdp/');
  const seen = await page.evaluate(async () => {
    const stream = document.createElement('canvas').captureStream();
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    let tracks = 0;
    bob.ontrack = () => tracks++;
    const offer = await alice.createOffer();
    alice.addTrack(stream.getTracks()[0]!, stream);
    await alice.setLocalDescription(offer);
    await bob.setRemoteDescription(offer);
    const sections = offer.sdp!.match(/^m=/gm)?.length ?? 0;
    const gathering = alice.iceGatheringState;
    alice.close();
    bob.close();
    return { sections, tracks, gathering };
  });
  expect(seen).toEqual({ sections: 0, tracks: 0, gathering: 'new' });
});

test('whoever adds their tracks after createAnswer answers recvonly, and is not seen', async ({ page }) => {
  await page.goto('/labs/sdp/');
  const seen = await page.evaluate(async () => {
    const track = () => document.createElement('canvas').captureStream().getTracks()[0]!;
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    let tracks = 0;
    alice.ontrack = () => tracks++;
    alice.addTrack(track());
    await alice.setLocalDescription();
    await bob.setRemoteDescription(alice.localDescription!);
    const answer = await bob.createAnswer();
    bob.addTrack(track());
    await bob.setLocalDescription(answer);
    await alice.setRemoteDescription(answer);
    const direction = answer.sdp!.slice(answer.sdp!.indexOf('m=')).match(/a=(recvonly|sendrecv)/)?.[1];
    alice.close();
    bob.close();
    return { direction, tracks };
  });
  expect(seen).toEqual({ direction: 'recvonly', tracks: 0 });
});
