import { expect, test } from '@playwright/test';
import { heldCall } from './held-call.fixture.ts';
import { openStage, recorded } from './open-stage.fixture.ts';
import { shuffled } from './shuffled.fixture.ts';

const traces = { 'a recorded call': recorded('hello-chromium.jsonl'), 'a call by way of a server': heldCall };

test('a call that is going on: at every entry each picture shows later, from its file, what it showed then @both', async ({
  page,
}) => {
  for (const picture of ['sequence', 'states', 'wire'] as const) {
    await test.step(picture, async () => {
      await openStage(page, []);
      const live = await page.evaluate((picture) => pictureStage.liveCall(picture), picture);
      expect(live.length).toBeGreaterThan(50);
      const order = shuffled(live.keys());
      const replayed = await page.evaluate(([picture, order]) => pictureStage.replayed(picture, order), [
        picture,
        order,
      ] as const);
      expect(replayed).toEqual(order.map((moment) => live[moment]));
    });
  }
});

for (const [name, entries] of Object.entries(traces)) {
  for (const picture of ['sequence', 'states', 'wire'] as const) {
    test(`${name}: at every entry the ${picture} says what it said live`, async ({ page }) => {
      await openStage(page, entries);
      const live = await page.evaluate((picture) => pictureStage.live(picture), picture);
      const order = shuffled(live.keys());
      const replayed = await page.evaluate(([picture, order]) => pictureStage.replayed(picture, order), [
        picture,
        order,
      ] as const);
      expect(replayed).toEqual(order.map((moment) => live[moment]));
    });
  }

  test(`${name}: what the sequence shows is what its text says`, async ({ page }) => {
    await openStage(page, entries);
    for (const moment of shuffled(entries.keys()).slice(0, 20)) {
      const [rows, text] = await page.evaluate((moment) => {
        pictureStage.show('sequence', moment);
        const rows = [...document.querySelectorAll('[data-row]')].map((row) => row.textContent);
        return [rows, pictureStage.text('sequence', moment)];
      }, moment);
      expect(rows.map(bare)).toEqual(text.map(bare));
    }
  });

  test(`${name}: what the messages show is what their text says`, async ({ page }) => {
    await openStage(page, entries);
    const [rows, text] = await page.evaluate((moment) => {
      pictureStage.show('wire', moment);
      const rows = [...document.querySelectorAll('tr')].map((row) => row.textContent);
      return [rows, pictureStage.text('wire', moment)];
    }, entries.length);
    expect(rows.map(bare)).toEqual(text.map(bare));
  });
}

/** Without what only one of the two needs: space, and signs that part or point. */
const bare = (text: string) => text.replace(/[\s▸▾·:✕]/g, '').toLowerCase();
