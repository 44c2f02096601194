import { expect, type Page, test } from '@playwright/test';
import { heldCall } from '../held-call.fixture.ts';
import { openStage } from '../open-stage.fixture.ts';
import { machineNames, machines } from './machines.ts';

const show = (page: Page, moment: number) => page.evaluate((moment) => pictureStage.show('states', moment), moment);
const bob = (page: Page) => page.getByRole('region', { name: 'bob, pc1' });
const after = (test: (entry: (typeof heldCall)[number]) => boolean) => heldCall.findIndex(test) + 1;

test('every state and every way of the tables is drawn, and no other', async ({ page }) => {
  await openStage(page, heldCall);
  await show(page, heldCall.length);
  for (const name of machineNames) {
    const machine = bob(page).locator(`[data-machine="${name}"]`);
    const states = await machine.locator('[data-state]').allTextContents();
    expect(states).toEqual(machines[name].states);
    const ways = await machine
      .locator('[data-edge]')
      .evaluateAll((ways) => ways.map((way) => way.getAttribute('data-edge')));
    expect(ways.toSorted()).toEqual(machines[name].edges.map(({ from, to }) => `${from} → ${to}`).toSorted());
  }
});

test('an arc ends at the state that it leads to, whichever is current @both', async ({ page }) => {
  await openStage(page, heldCall);
  for (const moment of [20, heldCall.length]) {
    await show(page, moment);
    const astray = await page.locator('[data-edge]:has(.tip)').evaluateAll(
      (ways) =>
        ways.filter((way) => {
          const [, to] = way.getAttribute('data-edge')!.split(' → ');
          const state = way.closest('.machine')!.querySelector(`[data-state="${to}"]`)!.getBoundingClientRect();
          const tip = way.querySelector('.tip')!.getBoundingClientRect();
          const middle = tip.y + tip.height / 2;
          const meets = Math.min(Math.abs(tip.right - state.left), Math.abs(tip.left - state.right)) < 2;
          return !meets || middle < state.top || middle > state.bottom;
        }).length,
    );
    expect(astray).toBe(0);
  }
});

test('a machine shows where it is, which way it came and where it may go', async ({ page }) => {
  await openStage(page, heldCall);
  await show(
    page,
    after(({ who, body }) => who === 'bob' && body === 'have-remote-offer'),
  );
  const signaling = bob(page).locator('[data-machine="signaling"]');
  await expect(signaling.locator('[aria-current]')).toHaveText('have-remote-offer');
  await expect(signaling.locator('[data-edge="stable → have-remote-offer"]')).toHaveAttribute('data-role', 'came');
  await expect(signaling.locator('[data-role="next"]')).toHaveCount(3);
  await signaling.getByText('may go to 3').click();
  await expect(signaling.getByRole('listitem').filter({ hasText: 'local answer' })).toContainText('stable');
});

test('where it was, is and may go look different in grey, too', async ({ page }) => {
  await openStage(page, heldCall);
  const kinds = new Map<string, string>();
  for (let moment = 8; moment <= heldCall.length; moment += 4) {
    await show(page, moment);
    for (const [kind, look] of await page.locator('[data-state]').evaluateAll(looksInGrey)) {
      expect(kinds.get(kind) ?? look, kind).toBe(look);
      kinds.set(kind, look);
    }
  }
  expect(kinds.size).toBeGreaterThan(3);
  expect(new Set(kinds.values()).size).toBe(kinds.size);
});

/** Runs in the page: what is told of each state, and how, but for its colours. */
const looksInGrey = (states: Element[]) =>
  states.map((state) => {
    const [{ borderStyle, borderWidth }, mark] = [getComputedStyle(state), getComputedStyle(state, '::before')];
    const { now, been, next } = (state as HTMLElement).dataset;
    const told = [now === 'true' ? 'now' : been === 'true' && 'been', now !== 'true' && next === 'true' && 'next'];
    return [told.join(), `${borderStyle} ${borderWidth} ${mark.content} ${mark.borderWidth}`] as const;
  });

test('a call that a state refused is told with the reason, until something succeeds', async ({ page }) => {
  await openStage(page, heldCall);
  await show(
    page,
    after(({ who, what, name }) => who === 'bob' && what === 'throw' && name === 'setLocalDescription'),
  );
  await expect(bob(page)).toContainText(
    'setLocalDescription(answer) was refused in stable: InvalidStateError: Called in wrong state: stable',
  );
  await expect(bob(page)).toContainText('An answer needs an offer, and none is open.');
  await show(page, heldCall.length);
  await expect(bob(page)).not.toContainText('refused');
});

test('nothing moves when another state becomes the current one', async ({ page }) => {
  await openStage(page, heldCall);
  const places = () =>
    page
      .getByRole('region', { name: 'alice, pc1' })
      .locator('.diagram')
      .evaluateAll((diagrams) => diagrams.map((diagram) => JSON.stringify(diagram.getBoundingClientRect())));
  await show(
    page,
    after(({ who, what, name }) => who === 'alice' && what === 'state' && name === 'connection'),
  );
  const before = await places();
  for (const { seq } of heldCall.filter(({ who, what }) => who === 'alice' && what === 'state')) {
    if (seq < 8) continue;
    await show(page, seq + 1);
    expect(await places()).toEqual(before);
  }
});
