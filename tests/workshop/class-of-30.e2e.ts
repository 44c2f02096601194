import { expect, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { seatClass } from './seated.ts';

const hostile = [
  '<img src=x onerror="document.title=1">',
  '\u202egnp.exe',
  '=HYPERLINK("//x")',
  `q${'\u0323'.repeat(900)}`,
];
const ordinary = ['Ada', 'Мария', '李小龍', 'أحمد', 'नमिता', 'Þórr', 'דוד', 'Wolfeschlegelsteinhausenbergerdorff'];
const names = [...hostile, ...ordinary, ...Array.from({ length: 18 }, (_, nth) => `Bot ${nth}`)];
const told = [
  '<img src=x onerror="document.title=1">',
  'gnp.exe',
  '=HYPERLINK("//x")',
  `q${'\u0323'.repeat(4)}`,
  ...ordinary,
];

/** Runs in the page: whatever a screen reader says by itself from now on, but for a line that a busy machine has lost. */
function noteSpoken() {
  const spoken: string[] = [];
  Object.assign(window, { spoken });
  const options = { subtree: true, childList: true, characterData: true };
  for (const live of document.querySelectorAll('[role="status"], [role="alert"], [aria-live]'))
    new MutationObserver(() => {
      const said = live.textContent;
      if (said && !/connected|did not answer/i.test(said)) spoken.push(said);
    }).observe(live, options);
}

test('thirty of any name: nothing moves or is announced when they act, and a keyboard gets through and past them', async ({
  page,
  baseURL,
}) => {
  const { bots, pass, areIn, settled, leave } = await seatClass(page, Number(new URL(baseURL!).port), names);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/workshop/');
  await areIn();
  await expect(page.getByText('30 in the class, 30 here')).toBeVisible();
  const cards = page.locator('.learner');
  const tops = () => cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect().top));
  const before = await tops();

  await test.step('whatever somebody does, the cards below stay where they are', async () => {
    const place = { page: '/labs/tasklist/', lab: 'tasklist', step: 8, act: 'Leave it with the server' };
    const states = { signaling: 'have-local-offer', gathering: 'gathering', ice: 'new', connection: 'new' };
    await page.evaluate(noteSpoken);
    for (const [nth, bot] of bots.entries()) {
      bot.does({ what: 'moved', place });
      if (nth % 3 === 0)
        bot.does({ what: 'stood', standing: { ...states, error: `createOffer: ${'very '.repeat(50)}wrong` } });
      if (nth % 7 === 0) bot.does({ what: 'raisedHand' });
      if (nth % 5 === 0) bot.does({ what: 'felt', mood: 'lost' });
      bot.does({ what: 'agreedToName', agrees: true });
    }
    await settled();
    await expect(page.locator('.learner[data-need="hand"]')).toHaveCount(5);
    await expect(page.getByRole('radio', { name: 'Hands 5' })).toBeAttached();
    expect(await tops()).toEqual(before);
    expect(await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)).toEqual([]);
  });

  await test.step('names are text', async () => {
    for (const name of told) await expect(page.getByRole('heading', { name, exact: true, level: 4 })).toBeVisible();
    await expect(page).toHaveTitle(/Workshop/);
    expect(await axeFinds(page, (axe) => axe.include('main'))).toEqual([]);
  });

  await test.step('by keyboard: to one card, on to any other, into it, out again, and past them all', async () => {
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const isAt = (nth: number) => expect(cards.nth(nth).getByRole('button', { name: 'More' })).toBeFocused();
    await page.getByRole('combobox', { name: 'Order' }).selectOption('Name');
    await page.getByRole('searchbox', { name: 'Name' }).focus();
    await press('Tab');
    await isAt(0);
    await press('ArrowDown', 'ArrowRight');
    await isAt(4);
    await press('End');
    await isAt(29);
    await press('Home', 'w', 'Enter', 'Tab', 'Tab');
    await expect(page.getByLabel(`Message to ${ordinary[7]}`)).toBeFocused();
    await press('Escape');
    await expect(page.getByRole('button', { name: `More for ${ordinary[7]}` })).toBeFocused();
    await expect(page.getByLabel(`Message to ${ordinary[7]}`)).toHaveCount(0);
    const hand = cards.filter({ has: page.getByRole('heading', { name: 'أحمد' }) });
    await hand.getByRole('button', { name: 'More' }).focus();
    await press('Tab', 'Tab', 'Enter');
    await expect(hand.getByRole('button')).toHaveCount(1);
    await expect(hand.getByRole('button', { name: 'More' })).toBeFocused();
    await press('Tab');
    await expect(page.locator('.desk :focus')).toBeVisible();
  });

  await test.step('on the projector the last to come are named', async () => {
    await page.goto(`/workshop/stage/#${pass}`);
    await expect(page.getByText('30 are here')).toContainText(/among them (.+?, ){11}.+ and 18 more/);
  });
  leave();
});
