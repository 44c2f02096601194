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

test('thirty of any name: nothing moves when somebody acts, and a keyboard gets through and past them', async ({
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
  });

  await test.step('names are text', async () => {
    for (const name of told) await expect(page.getByRole('heading', { name, exact: true, level: 4 })).toBeVisible();
    await expect(page).toHaveTitle(/Workshop/);
    expect(await axeFinds(page, (axe) => axe.include('main'))).toEqual([]);
  });

  await test.step('by keyboard: past the cards, and into one of them', async () => {
    await page.getByRole('searchbox', { name: 'Name' }).fill('Мария');
    await expect(cards).toHaveCount(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Message to Мария')).toBeFocused();
    await page.getByRole('searchbox', { name: 'Name' }).fill('');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Past the cards' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.locator('.desk :focus')).toBeVisible();
  });

  await test.step('on the projector the last to come are named', async () => {
    await page.goto(`/workshop/stage/#${pass}`);
    await expect(page.getByText('30 are here')).toContainText(/among them (.+?, ){11}.+ and 18 more/);
  });
  leave();
});
