import { expect, type Page, test } from '@playwright/test';
import { drag } from './drag.fixture.ts';

const verdict = (page: Page) => page.getByRole('status', { name: 'Verdict' });
const cards = (page: Page) => page.getByRole('list', { name: 'Your order' }).getByRole('listitem');

/** Moves each card to its place, by its own button. */
const arrange = (page: Page, ...keys: string[]) =>
  page.evaluate(async (keys) => {
    const all = () => [...document.querySelectorAll<HTMLElement>('.cards-lab [data-key]')];
    for (const [place, key] of keys.entries()) {
      for (let at = all().length; at > place; ) {
        at = all().findIndex(({ dataset }) => dataset.key === key);
        if (at > place) all()[at]!.querySelector<HTMLElement>('[data-way="earlier"]')!.click();
        await new Promise(requestAnimationFrame);
      }
    }
  }, keys);

const run = (page: Page) => page.getByRole('button', { name: 'Run my order' }).click();

const offering = ['1', '2', '4', '3', '5', '6', '8'];
const answering = ['11', '17', '15', 'hand-over', 'add', '16', '19', '21', '22'];
const bobFirst = ['10', '12', '13', '14', ...offering, ...answering];

test('any order that works is right, and of another it is told at which card it broke, in the browser’s words', async ({
  page,
  browserName,
}) => {
  await page.goto('/labs/cards/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(cards(page)).toHaveCount(20);

  await test.step('Bob is ready long before Alice, who names her servers late: right', async () => {
    await arrange(page, ...bobFirst);
    await run(page);
    await expect(verdict(page)).toContainText('Your order is right');
  });

  await test.step('by keyboard one card goes further back, and keeps the focus: now the answer comes too early', async () => {
    const later = page.getByRole('button', { name: 'setRemoteDescription of bob: later' });
    await later.focus();
    for (let place = 0; place < 3; place++) {
      await page.keyboard.press('Enter');
      await expect(later).toBeFocused();
    }
    await run(page);
    await expect(verdict(page)).toContainText(/Card 13, createAnswer \(bob\), broke: InvalidStateError: .*The rule\./);
  });

  await test.step('who waits for what lies behind waits for ever', async () => {
    await arrange(page, '10', '11');
    await run(page);
    await expect(verdict(page)).toContainText('Card 2, Bob is told of the offer (server), waits for ever');
  });

  await test.step('a mistake that no browser refuses is found where it shows', async () => {
    await arrange(page, '1', '2', '5', '4');
    await run(page);
    await expect(verdict(page)).toContainText('Card 3, createOffer (alice), ran, but then this was not true');
  });

  await test.step('a card can be dragged', async () => {
    await cards(page).nth(0).scrollIntoViewIfNeeded();
    await drag(page, cards(page).nth(6), cards(page).nth(0), browserName);
    await expect(cards(page).nth(1)).toHaveAttribute('data-key', '1');
  });
});
