import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { type Seated, seatClass } from './seated.ts';

const names = Array.from({ length: 300 }, (_, nth) => `Bot ${nth}`);
/** Stands on every card of which nothing is known yet. */
const inCard = 'On no page yet';

// Three hundred take their time where others are at work.
test.describe.configure({ timeout: 240_000 });

test('of three hundred everything that is kept is on the console, once, and what did not change is not drawn @long', async ({
  page,
  context,
  baseURL,
}) => {
  let [changes, isLossy, isLed] = [0, false, false];
  await page.routeWebSocket(/\/socket\.io\//, (near) => {
    near.connectToServer().onMessage((message) => {
      const isChange = String(message).startsWith('42/workshop,["changed"');
      if (isChange) changes += 1;
      isLed ||= String(message).includes('"driver":"');
      if (!(isChange && isLossy)) near.send(message);
      if (isChange) isLossy = false;
    });
  });
  const seated = await seatClass(page, Number(new URL(baseURL!).port), names);
  const { bots } = seated;
  await page.goto('/workshop/');
  await seated.areIn();
  await expect(page.getByText('300 in the class, 300 here')).toBeVisible();
  // Whoever leads may do more on each card: that draws them all. What comes after it has been drawn later.
  await expect.poll(() => isLed).toBe(true);
  bots[0]!.does({ what: 'felt', mood: 'fine' });
  await expect(page.locator('.learner .marks', { hasText: 'Fine' })).toBeAttached();
  await page.evaluate(noteMarks);
  const drawn = await countDraws(page, await context.newCDPSession(page));

  await test.step('each shows what it did, as often as it did it', async () => {
    const before = changes;
    for (const round of [1, 2]) await actAll(page, seated, round);
    const counts = await page.evaluate(() => (window as unknown as { marks: Record<string, number> }).marks);
    const wanted = [1, 2].flatMap((round) => names.map((name) => [`${name} in round ${round}.`, 1]));
    expect(Object.entries(counts).toSorted()).toEqual(wanted.toSorted());
    const draws = await drawn();
    // Somebody's connection may be lost and found meanwhile; all three hundred never have to be drawn for a few.
    expect(draws, 'a card is drawn when something of it is new').toBeLessThan(660);
    // 100 ms of changes are one message: how many of those pass is the machine's affair, but far less than there are acts.
    expect(changes - before).toBeLessThan(600 / 4);
  });

  await test.step('a card that lies under the pointer stays, and the others go around it', async () => {
    const held = page.locator('.learner').nth(4);
    await held.hover();
    const [where, who] = [await held.boundingBox(), await held.getAttribute('data-seat')];
    bots[250]!.does({ what: 'raisedHand' });
    await expect(page.locator('.learner').first()).toContainText('Bot 250');
    await expect(page.locator('.learner').first()).toContainText('Hand up');
    expect([await held.boundingBox(), await held.getAttribute('data-seat')]).toEqual([where, who]);
  });

  await test.step('a change that never arrives is noticed, and all is asked for anew', async () => {
    isLossy = true;
    stands(bots[0]!, 'lost on its way.');
    await expect.poll(() => isLossy).toBe(false);
    stands(bots[1]!, 'came after it.');
    await expect(page.getByText('lost on its way.')).toBeAttached();
    await expect(page.getByText('came after it.')).toBeAttached();
  });

  await test.step('whoever comes late is shown the same, and follows', async () => {
    await page.reload();
    await expect(page.getByText('300 in the class, 300 here')).toBeVisible();
    await expect(page.getByText('lost on its way.')).toBeAttached();
    await expect(page.locator('.learner .error', { hasText: 'in round 2.' })).toHaveCount(298);
    await page.evaluate(noteMarks);
    await actAll(page, seated, 3);
  });
  seated.leave();
});

const stands = (bot: Seated['bots'][number], error: string) =>
  bot.does({ what: 'stood', standing: { connection: 'connecting', error } });

/** All at once; until all of it is kept, and shown. */
async function actAll(page: Page, { bots, settled }: Seated, round: number) {
  for (const bot of bots) stands(bot, `${bot.name} in round ${round}.`);
  await settled();
  const lines = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.learner')].map((card) =>
        ['h4', '.error'].map((part) => card.querySelector(part)!.textContent),
      ),
    );
  const wanted = bots.map(({ name }) => [name, `${name} in round ${round}.`]);
  await expect.poll(async () => (await lines()).toSorted()).toEqual(wanted.toSorted());
}

/** Runs in the page: how often each error came to stand in it. A card that is put elsewhere brings its own along. */
function noteMarks() {
  const marks: Record<string, number> = {};
  Object.assign(window, { marks });
  new MutationObserver((records) => {
    const texts = new Set(
      records.flatMap(({ target, type, addedNodes }) => (type === 'characterData' ? [target] : [...addedNodes])),
    );
    for (const node of texts)
      if (node instanceof Text && node.data.includes(' in round ')) marks[node.data] = (marks[node.data] ?? 0) + 1;
  }).observe(document.querySelector('[data-console]')!, { subtree: true, childList: true, characterData: true });
}

/** How often a card has been drawn since: the browser counts the calls of the function in which that sentence stands. */
async function countDraws(page: Page, devtools: CDPSession) {
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return async () => {
    const { result } = await devtools.send('Profiler.takePreciseCoverage');
    for (const { url, functions } of result.filter(({ url }) => url.includes('/console.'))) {
      const at = (await (await page.request.get(url)).text()).indexOf(inCard);
      const around = functions
        .flatMap(({ ranges }) => ranges.slice(0, 1))
        .filter(({ startOffset, endOffset }) => startOffset <= at && at < endOffset);
      const inner = around.toSorted((one, other) => other.startOffset - one.startOffset)[0];
      if (inner) return inner.count;
    }
    throw new Error('No function draws a card.');
  };
}
