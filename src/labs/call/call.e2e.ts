import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../../../tests/axe.ts';
import {
  close,
  frames,
  hearEachOther,
  holdDescriptions,
  isSilent,
  isStill,
  meet,
  press,
  pressByKeyboard,
  screens,
  sentence,
  talk,
  way,
} from './call.fixture.ts';

/** What stands below the picture of the other one. */
const says = (page: Page) => page.locator('.call-lab figcaption').first();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('two ring each other, and come to talk or not', async ({ browser, baseURL, browserName }) => {
  const two = await meet(browser, baseURL!);
  const { alice, bob } = two;

  await test.step('by keyboard alone: call, answer, hang up, and the focus stays with the call', async () => {
    await pressByKeyboard(alice, 'Call bob');
    await expect(button(alice, 'Never mind')).toBeFocused();
    await pressByKeyboard(bob, 'Answer alice');
    await hearEachOther(two);
    await expect(button(bob, 'Hang up')).toBeFocused();
    await bob.keyboard.press('Enter');
    await expect(sentence(bob)).toContainText('You have hung up');
    await expect(sentence(alice)).toContainText('bob has hung up');
    await alice.bringToFront();
    await expect(button(alice, 'Call bob')).toBeFocused();
  });

  await test.step('a double click calls and answers, and hits nothing of what comes in its place', async () => {
    // Playwright tells a page in Firefox of two clicks, and of no double one.
    if (browserName === 'firefox') return;
    await button(alice, 'Call bob').dblclick();
    await expect(button(alice, 'Never mind')).toBeVisible();
    await button(bob, 'Answer alice').dblclick();
    await hearEachOther(two);
    for (const name of ['Mute', 'Camera off']) await expect(button(bob, name)).toHaveAttribute('aria-pressed', 'false');
    await press(bob, 'Hang up');
    await expect(sentence(alice)).toContainText('bob has hung up');
  });

  await test.step('whoever is called may refuse, and whoever calls may take it back', async () => {
    await press(alice, 'Call bob');
    await press(bob, 'Refuse');
    await expect(sentence(alice)).toContainText('bob does not want to talk now');
    await press(alice, 'Call bob');
    await expect(button(bob, 'Answer alice')).toBeVisible();
    await press(alice, 'Never mind');
    await expect(sentence(bob)).toContainText('taken back before you answered');
    await expect(button(bob, 'Answer alice')).toBeHidden();
  });

  await test.step('each sees the other, as large as the other is', async () => {
    await talk(two);
    expect([await frames(alice), await frames(bob)]).toEqual([
      [320, 240],
      [320, 240],
    ]);
  });

  await test.step('who comes and goes meanwhile is told, and that the two talk is still said', async () => {
    const third = await bob.context().newPage();
    await third.goto(bob.url());
    await third.getByRole('radio', { name: 'Synthetic' }).check({ force: true });
    await press(third, 'Start');
    await expect(sentence(alice)).toHaveText('bob 2 is here. You are talking to bob.');
    await press(third, 'Stop');
    await expect(sentence(alice)).toHaveText('bob 2 has left. You are talking to bob.');
    await third.close();
  });

  await test.step('axe finds nothing during a call, light or dark', async () => {
    if (browserName === 'firefox') return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await alice.emulateMedia({ colorScheme });
      expect(await axeFinds(alice, (axe) => axe.include('lab-host')), colorScheme).toEqual([]);
    }
  });

  await close(two);
});

test('what one does in a call arrives at the other', async ({ browser, baseURL, browserName }) => {
  // Where Firefox has no sound card, its synthetic microphone is silent.
  const two = await meet(browser, baseURL!, { source: 'Camera' });
  const { alice, bob } = two;
  const complaints: string[] = [];
  for (const page of [alice, bob]) page.on('pageerror', ({ message }) => complaints.push(message));
  await talk(two);

  await test.step('a camera that is off sends no frame, and sends again without a new description', async () => {
    await press(alice, 'Camera off');
    await expect(says(bob)).toContainText('camera off');
    // What was on its way when the camera went off has arrived once two looks in a row are alike.
    await expect.poll(() => isStill(bob, () => frames(alice, 10))).toBe(true);
    await press(alice, 'Camera off');
    await frames(bob);
    await expect(says(bob)).not.toContainText('camera off');
  });

  await test.step('a muted microphone is silent at the other end', async () => {
    expect(await isSilent(bob)).toBe(false);
    await press(alice, 'Mute');
    await expect(says(bob)).toContainText('muted');
    await expect(alice.getByText('You, Alice').locator('..')).toContainText('muted');
    await expect.poll(() => isSilent(bob)).toBe(true);
    await press(alice, 'Mute');
    await expect.poll(() => isSilent(bob)).toBe(false);
  });

  await test.step('a new way is found without losing the call', async () => {
    const before = [await way(alice), await way(bob)];
    await press(alice, 'Look for a new way');
    await expect.poll(() => way(alice)).not.toBe(before[0]);
    await expect.poll(() => way(bob)).not.toBe(before[1]);
    await Promise.all([frames(alice, 10), frames(bob, 10)]);
  });

  await test.step('a shared screen arrives in another size, the camera comes back, and Stop lets go of both', async () => {
    // Firefox shares no screen where there is none.
    if (browserName === 'firefox') return;
    await press(alice, 'Share the screen');
    await expect(says(bob)).toContainText('shows a screen');
    await expect.poll(() => frames(bob)).not.toEqual([320, 240]);
    await press(alice, 'Share the screen');
    await expect.poll(() => frames(bob)).toEqual([320, 240]);
    await press(alice, 'Share the screen');
    await expect(says(bob)).toContainText('shows a screen');
    await press(alice, 'Stop');
    await expect(sentence(bob)).toContainText('alice has left');
    expect(await screens(alice)).toEqual(['ended', 'ended']);
    expect(complaints).toEqual([]);
  });
  await close(two);
});

test('a call outlives what becomes of its pages', async ({ browser, baseURL }) => {
  const two = await meet(browser, baseURL!);
  const { alice, bob } = two;

  await test.step('when both call at the same time, one call comes of it', async () => {
    // Neither hears of the other's offer before both have pressed.
    for (const page of [alice, bob]) await page.evaluate(holdDescriptions);
    await press(alice, 'Call bob');
    await press(bob, 'Call alice');
    for (const page of [alice, bob]) await expect(sentence(page)).toContainText('Calling');
    for (const page of [alice, bob]) await page.evaluate(() => (window as unknown as { letGo(): void }).letGo());
    await hearEachOther(two);
    await press(bob, 'Hang up');
    await expect(sentence(alice)).toContainText('bob has hung up');
  });

  await test.step('what both said and what the server did stands in one picture', async () => {
    await talk(two);
    await press(bob, 'Look inside');
    const lanes = bob.getByRole('region', { name: 'Sequence' });
    await expect(lanes).toContainText('server');
    await expect(lanes).toContainText('setRemoteDescription');
    // The server's clock counts from another beginning, and reads as ours.
    const times = await lanes.locator('time').allTextContents();
    expect(times.filter((time) => Number.parseFloat(time) > 600)).toEqual([]);
  });

  for (const [who, other] of [
    ['bob', 'alice'],
    ['alice', 'bob'],
  ] as const) {
    await test.step(`${who} loads the page anew in the middle of a call, and it goes on, as muted as it was`, async () => {
      await press(two[who], 'Mute');
      await two[who].reload();
      await expect(sentence(two[other])).toContainText(`${who} is gone without a word`);
      await press(two[who], 'Start');
      await hearEachOther(two);
      await expect(says(two[other])).toContainText('muted');
    });
  }

  await test.step('both load their pages anew, one calls the other who is not there yet, and it goes on', async () => {
    await Promise.all([alice, bob].map((page) => page.reload()));
    await press(alice, 'Start');
    await expect(sentence(alice)).toContainText('Calling bob');
    await press(bob, 'Start');
    await hearEachOther(two);
  });

  await test.step('whoever closes the page has left, and the other is told at once', async () => {
    await bob.goto('/');
    await expect(sentence(alice)).toContainText('bob is gone without a word');
    await press(alice, 'Hang up');
    await expect(sentence(alice)).toContainText('You have hung up');
    await expect(button(alice, 'Call bob')).toBeVisible();
  });

  await test.step('an offer of another session is refused, because its sections stand in another order', async () => {
    const error = await bob.evaluate(async () => {
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

  await test.step('a connection that was closed takes no message of the next call', async () => {
    const errors = await bob.evaluate(async () => {
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
  await close(two);
});

test('from an address that is of this machine alone nobody is sent to another device @once', async ({ page }) => {
  await page.goto('/labs/call/');
  await press(page, 'Start');
  await page.getByText('On another device').click();
  await expect(page.getByText('npm start -- --lan')).toBeVisible();
});
