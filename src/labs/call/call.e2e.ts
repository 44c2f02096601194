import { expect, type Page, test } from '@playwright/test';
import { close, frames, holdDescriptions, meet, press, sentence, still, talk } from './call.fixture.ts';

test('two call each other: each sees the other, until one hangs up', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!);
  await talk(two);
  expect(await frames(two.bob)).toEqual([320, 240]);
  await press(two.bob, 'Hang up');
  await expect(sentence(two.bob)).toContainText('You have hung up');
  await expect(sentence(two.alice)).toContainText('bob has hung up');
  await talk(two);
  await close(two);
});

test('whoever is called may refuse, and whoever calls may take it back', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!);
  await press(two.alice, 'Call bob');
  await press(two.bob, 'Refuse');
  await expect(sentence(two.alice)).toContainText('bob does not want to talk now');
  await press(two.alice, 'Call bob');
  await expect(two.bob.getByRole('button', { name: 'Answer alice' })).toBeVisible();
  await press(two.alice, 'Never mind');
  await expect(sentence(two.bob)).toContainText('taken back before you answered');
  await expect(two.bob.getByRole('button', { name: 'Answer alice' })).toBeHidden();
  await talk(two);
  await close(two);
});

test('a camera that is off sends no frame, and sends again without a new description', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!);
  await talk(two);
  await press(two.alice, 'Camera off');
  await expect(two.bob.locator('figcaption').first()).toContainText('camera off');
  // What was on its way when the camera went off has arrived once two looks in a row are alike.
  await expect.poll(() => still(two.bob, 'frames', () => frames(two.alice, 10))).toBe(true);
  await press(two.alice, 'Camera off');
  await frames(two.bob);
  await expect(two.bob.locator('figcaption').first()).not.toContainText('camera off');
  await close(two);
});

test('a muted microphone is silent at the other end', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!, { source: 'Camera' });
  await talk(two);
  const silent = () => still(two.bob, 'energy', () => frames(two.bob, 30));
  await expect.poll(silent).toBe(false);
  await press(two.alice, 'Mute');
  await expect(two.bob.locator('figcaption').first()).toContainText('muted');
  await expect.poll(silent).toBe(true);
  await press(two.alice, 'Mute');
  await expect.poll(silent).toBe(false);
  await close(two);
});

test('a shared screen arrives in another size, and the camera comes back', async ({
  browser,
  baseURL,
  browserName,
}) => {
  test.skip(browserName === 'firefox', 'Firefox shares no screen where there is none.');
  const two = await meet(browser, baseURL!);
  await talk(two);
  await press(two.alice, 'Share the screen');
  await expect(two.bob.locator('figcaption').first()).toContainText('shows a screen');
  await expect.poll(() => frames(two.bob)).not.toEqual([320, 240]);
  await press(two.alice, 'Share the screen');
  await expect.poll(() => frames(two.bob)).toEqual([320, 240]);
  await close(two);
});

test('a new way is found without losing the call', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!);
  await talk(two);
  const way = (page: Page) =>
    page.evaluate(() => {
      const [peer] = [...(window as unknown as { kept: Set<RTCPeerConnection> }).kept].slice(-1);
      return /a=ice-ufrag:(.+)/.exec(peer!.currentRemoteDescription!.sdp)![1];
    });
  const before = [await way(two.alice), await way(two.bob)];
  await press(two.alice, 'Look for a new way');
  await expect.poll(() => way(two.alice)).not.toBe(before[0]);
  await expect.poll(() => way(two.bob)).not.toBe(before[1]);
  await frames(two.alice, 10);
  await frames(two.bob, 10);
  await close(two);
});

test('whoever closes the page has left, and the other is told at once', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!);
  await talk(two);
  await two.bob.goto('/');
  await expect(sentence(two.alice)).toContainText(/bob (has left|is gone)/);
  await expect(two.alice.getByRole('button', { name: 'Hang up' })).toBeHidden();
  await close(two);
});

test('when both call at the same time, one call comes of it', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!);
  const pages = [two.alice, two.bob];
  // Neither hears of the other's offer before both have pressed.
  for (const page of pages) await page.evaluate(holdDescriptions);
  await press(two.alice, 'Call bob');
  await press(two.bob, 'Call alice');
  for (const page of pages) await expect(sentence(page)).toContainText('Calling');
  for (const page of pages) await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
  await frames(two.alice);
  await frames(two.bob);
  await press(two.bob, 'Hang up');
  await expect(sentence(two.alice)).toContainText('bob has hung up');
  await close(two);
});

test('what both said and what the server did stands in one picture', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!);
  await talk(two);
  await press(two.bob, 'Look inside');
  const lanes = two.bob.getByRole('region', { name: 'Sequence' });
  await expect(lanes).toContainText('server');
  await expect(lanes).toContainText('setRemoteDescription');
  await close(two);
});

test('an offer of another session is refused, because its sections stand in another order', async ({ page }) => {
  await page.goto('/labs/call/');
  const error = await page.evaluate(async () => {
    const [alice, bob, carol] = [new RTCPeerConnection(), new RTCPeerConnection(), new RTCPeerConnection()];
    for (const kind of ['audio', 'video']) alice.addTransceiver(kind);
    await alice.setLocalDescription();
    await bob.setRemoteDescription(alice.localDescription!);
    await bob.setLocalDescription();
    for (const kind of ['video', 'audio']) carol.addTransceiver(kind);
    const foreign = await carol.createOffer();
    const refused = await bob.setRemoteDescription(foreign).catch(({ name }: Error) => name);
    for (const peer of [alice, bob, carol]) peer.close();
    return refused;
  });
  expect(error).toBe('InvalidAccessError');
});

test('a connection that was closed takes no message of the next call', async ({ page }) => {
  await page.goto('/labs/call/');
  const errors = await page.evaluate(async () => {
    const [old, alice] = [new RTCPeerConnection(), new RTCPeerConnection()];
    alice.addTransceiver('audio');
    await alice.setLocalDescription();
    old.close();
    const candidate = { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: '0' };
    const said = [old.setRemoteDescription(alice.localDescription!), old.addIceCandidate(candidate)];
    const refused = await Promise.all(said.map((asked) => asked.catch(({ name }: Error) => name)));
    alice.close();
    return refused;
  });
  expect(errors).toEqual(['InvalidStateError', 'InvalidStateError']);
});
