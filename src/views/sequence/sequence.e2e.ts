import { expect, type Page, test } from '@playwright/test';
import { heldCall } from '../held-call.fixture.ts';
import { longTrace } from '../long-trace.fixture.ts';
import { openStage, recorded } from '../open-stage.fixture.ts';

const show = (page: Page, moment: number) => page.evaluate((moment) => pictureStage.show('sequence', moment), moment);
const line = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name });
const details = (page: Page) => page.getByRole('region', { name: 'Details' });
const picked = (page: Page) => page.evaluate(() => pictureStage.picked.map(({ id }) => id));

const windows = [
  { width: 390, height: 844 },
  { width: 820, height: 768 },
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
];
const traces = { 'a recorded call': recorded('hello-firefox.jsonl'), 'a call by way of a server': heldCall };

for (const [name, entries] of Object.entries(traces)) {
  test(`${name}: however wide the window, no lane crosses a label, and nothing sticks out`, async ({ page }) => {
    await openStage(page, entries);
    for (const viewport of windows) {
      await page.setViewportSize(viewport);
      await show(page, entries.length);
      const found = await page.evaluate(findCrossings);
      expect.soft(found, `${viewport.width} wide`).toEqual({ crossed: [], outside: [], overflow: 0 });
    }
  });
}

/** Labels that a lane runs through: those that lie beside all lanes, or hide them behind a ground of their own, do not count. */
function findCrossings() {
  const lanes = [...document.querySelectorAll('.lifeline')].map((lane) => lane.getBoundingClientRect().x);
  const box = document.querySelector('.scroll')!.getBoundingClientRect();
  const labels = [...document.querySelectorAll('.label')].map((label) => {
    const { left, right } = label.getBoundingClientRect();
    const hides = !/rgba\(0, 0, 0, 0\)|transparent/.test(getComputedStyle(label).backgroundColor);
    return { says: label.textContent, left, right, hides };
  });
  return {
    crossed: labels.filter(({ left, right, hides }) => !hides && lanes.some((x) => x > left && x < right)),
    outside: labels.filter(({ left, right }) => left < box.left || right > box.right),
    overflow: document.documentElement.scrollWidth - innerWidth,
  };
}

test('where lanes stand close together, a line leads from the middle of each face to its lane', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStage(page, heldCall);
  await show(page, heldCall.length);
  const led = await page.locator('.seat').evaluateAll((seats) => {
    const lanes = [...document.querySelectorAll('.lifeline')].map((lane) => lane.getBoundingClientRect().x);
    return seats.map((seat) => {
      const lead = seat.querySelector('.lead')!.getBoundingClientRect();
      const face = seat.querySelector('.face')!.getBoundingClientRect();
      const isAtLane = lanes.some((x) => Math.abs(x - lead.left) < 2.5);
      return { isAtLane, isAtFace: Math.abs((face.left + face.right) / 2 - lead.right) < 2.5 };
    });
  });
  expect(led).toEqual(Array(3).fill({ isAtLane: true, isAtFace: true }));
});

test('on a phone, what the server holds is written in its box', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStage(page, heldCall);
  await show(
    page,
    heldCall.findIndex(({ who }) => who === 'bob'),
  );
  const [box, said] = await Promise.all(
    ['.face', '.held'].map((part) => page.locator(`.seat[data-who="server"] ${part}`).boundingBox()),
  );
  expect(said!.y).toBeGreaterThanOrEqual(box!.y);
  expect(said!.y + said!.height).toBeLessThanOrEqual(box!.y + box!.height);
  expect(said!.x).toBeGreaterThanOrEqual(box!.x);
  expect(said!.x + said!.width).toBeLessThanOrEqual(box!.x + box!.width);
});

test('a lane begins where somebody comes, and not before', async ({ page }) => {
  await openStage(page, heldCall);
  const comes = heldCall.findIndex(({ who }) => who === 'bob');
  await show(page, comes);
  await expect(page.locator('.lifeline')).toHaveCount(2);
  await expect(page.locator('.seat[data-who="bob"]')).toHaveAttribute('data-here', 'false');
  await show(page, comes + 1);
  await expect(page.locator('.lifeline')).toHaveCount(3);
});

test('the server’s lane says what it holds, and for how long it did', async ({ page }) => {
  await openStage(page, heldCall);
  await show(
    page,
    heldCall.findIndex(({ who }) => who === 'bob'),
  );
  await expect(page.locator('.seat[data-who="server"]')).toContainText('holds offer, 3 candidates');
  await expect(page.locator('.hold')).toHaveCount(1);
  await show(page, heldCall.length);
  await expect(line(page, /server → bob .* candidate ×3/)).toContainText('waited ≤ 3.0 s');
});

test('an error has a shape of its own, its name and the browser’s words', async ({ page }) => {
  await openStage(page, heldCall);
  await show(page, heldCall.length);
  const refused = line(page, /createAnswer InvalidStateError/);
  await expect(refused).toContainText('cannot create an answer without an offer');
  await expect(refused.locator('.mark .cross')).toBeVisible();
});

test('picking a line with the mouse shows its body and tells the host', async ({ page }) => {
  await openStage(page, heldCall);
  await show(page, heldCall.length);
  await line(page, /setRemoteDescription \(offer\)/).click();
  await expect(details(page)).toContainText('m=audio 9 UDP/TLS/RTP/SAVPF 111');
  await expect(details(page)).toContainText('src/labs/tasklist/caller.ts, line');
  const call = heldCall.find(({ who, name }) => who === 'bob' && name === 'setRemoteDescription')!;
  expect(await picked(page)).toEqual([call.id]);
  await details(page).getByRole('button', { name: 'Close' }).click();
  await expect(details(page)).toHaveCount(0);
});

test('the keyboard alone walks through the lines, opens a run and picks @both', async ({ page }) => {
  await openStage(page, heldCall);
  await show(page, heldCall.length);
  await line(page, /createOffer .*not yet done/).focus();
  await page.keyboard.press('Home');
  await expect(line(page, /2 · new RTCPeerConnection/)).toBeFocused();
  for (const _ of Array(12)) await page.keyboard.press('ArrowDown');
  const run = line(page, /alice → server .* candidate ×4/);
  await expect(run).toBeFocused();
  await expect(run).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(run).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  const second = line(page, /#2 candidate host udp 192\.0\.2\.7:50001/)
    .and(page.locator('[aria-level="2"]'))
    .first();
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(details(page)).toContainText('sdpMLineIndex: 0');
  await page.keyboard.press('Escape');
  await expect(details(page)).toHaveCount(0);
  await page.keyboard.press('ArrowLeft');
  await expect(run).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(run).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('End');
  await expect(line(page, /createOffer .*not yet done/)).toBeFocused();
});

test('of thousands of lines, those in sight are drawn, and each where it belongs', async ({ page }) => {
  await openStage(page, longTrace(6_000));
  await show(page, 6_000);
  const lines = page.getByRole('treeitem');
  expect(await lines.count()).toBeLessThan(300);
  const last = page.locator('[aria-current="step"]');
  await expect(last).toBeInViewport();
  await last.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[aria-posinset="1"]')).toBeFocused();
  await expect(page.locator('[aria-posinset="1"]')).toBeInViewport();
  const total = Number(await page.locator('[aria-posinset="1"]').getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(2_000);
  for (const share of [0.2, 0.9, 0.5]) {
    const index = Math.round(total * share);
    await page.evaluate((index) => {
      const scroller = document.querySelector('.scroll')!;
      scroller.scrollTop = index * document.querySelector<HTMLElement>('[data-row]')!.offsetHeight;
    }, index);
    await expect(page.locator(`[aria-posinset="${index + 3}"]`)).toBeInViewport();
  }
  await page.locator('[data-row]:focus, [tabindex="0"][data-row]').first().press('End');
  await expect(page.locator(`[aria-posinset="${total}"]`)).toBeFocused();
});

test('whoever scrolled up is left in peace when something happens', async ({ page }) => {
  const entries = longTrace(400);
  await openStage(page, entries);
  await show(page, 300);
  await expect(page.locator('[aria-current="step"]')).toBeInViewport();
  const scroller = page.locator('.scroll');
  await scroller.evaluate(async (scroller) => {
    scroller.scrollTop = 40;
    await new Promise((scrolled) => scroller.addEventListener('scroll', scrolled, { once: true }));
  });
  await show(page, 400);
  expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(40);
});

test('nothing moves for whoever asked for stillness, and the words of the browser can be selected', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openStage(page, heldCall);
  for (let moment = 0; moment < heldCall.length; moment++) await show(page, moment);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  const words = line(page, /createAnswer InvalidStateError/).locator('.said');
  await words.evaluate((words) => getSelection()!.selectAllChildren(words));
  expect(await page.evaluate(() => getSelection()!.toString())).toContain('InvalidStateError');
});
