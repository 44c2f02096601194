import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Entry } from '../../../protocol/entry.ts';
import type { LabHost } from '../lab-host.ts';

const status = (page: Page) => page.getByRole('status', { name: 'Constraints' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const predict = (page: Page, outcome: string) => page.getByRole('radio', { name: outcome }).check({ force: true });
const entries = (page: Page) =>
  page.evaluate(() => [...(document.querySelector<LabHost>('lab-host')!.lab?.trace.entries ?? [])]) as Promise<Entry[]>;

/** Supported, capabilities, asked and got, of one constraint. */
const row = (page: Page, name: string) =>
  page
    .getByRole('region', { name: 'Supported, possible, asked, got' })
    .getByRole('row', { name: new RegExp(`^${name} `) })
    .getByRole('cell');
/** What the list of candidates says of one of them. */
const candidate = (page: Page, size: string) =>
  page.getByRole('region', { name: 'Why this one' }).getByRole('row', { name: size }).getByRole('cell');

type Source = 'Synthetic' | 'Camera';

async function start(page: Page, source: Source) {
  await page.goto('/labs/constraints/');
  await page.getByRole('radio', { name: source }).check({ force: true });
  await press(page, 'Start');
  await expect(status(page)).toContainText('640 × 480');
}

for (const source of ['Synthetic', 'Camera'] as const) {
  test(`what is asked, what comes of it, and why: ${source}`, async ({ page, browserName }) => {
    // The camera of Firefox's tests agrees to every size, and changes none.
    const deaf = browserName === 'firefox' && source === 'Camera';
    await start(page, source);

    await test.step('a wish is met as nearly as can be, and what comes nearest is told by its distance', async () => {
      await press(page, 'An odd width, please');
      await predict(page, 'as asked');
      await press(page, 'Apply');
      await expect(status(page)).toContainText(
        deaf ? 'You predicted “as asked”. It was: something else. 640 × 480' : 'As you predicted: as asked. 500 × ',
      );
      // Chromium gives back its own wording of the same wish.
      const asked = browserName === 'chromium' && source === 'Camera' ? '500' : '{ ideal: 500 }';
      await expect(row(page, 'width')).toHaveText(['yes', /^1 to \d+$/, asked, deaf ? '640' : '500']);
      await expect(candidate(page, '640 × 480')).toHaveText(['0.219', '0.219', deaf ? 'got' : '']);
      const nearest = page.getByRole('region', { name: 'Why this one' }).locator('[data-best="true"]');
      await expect(nearest.first()).toContainText('500 ×');
    });

    await test.step('a demand that cannot be met is refused by name, and changes nothing', async () => {
      const before = await row(page, 'width').last().textContent();
      await press(page, 'Exactly 100,000 wide');
      await predict(page, 'OverconstrainedError');
      await press(page, 'Apply');
      if (deaf) {
        // Asked anew it is refused here as well.
        await expect(status(page)).toContainText('something else. 640 × 480');
        await predict(page, 'OverconstrainedError');
        await press(page, 'Ask anew');
      }
      await expect(status(page)).toContainText('As you predicted: OverconstrainedError');
      await expect(status(page)).toContainText('of width');
      await expect(row(page, 'width').last()).toHaveText(before!);
      await expect(candidate(page, '640 × 480')).toHaveText(['∞', '∞', deaf ? 'got' : '']);
      const thrown = (await entries(page)).findLast(({ what }) => what === 'throw');
      expect(thrown?.body).toMatchObject({ name: 'OverconstrainedError', constraint: 'width' });
    });

    await test.step('what the browser does not know is dropped without a word, even if it is demanded', async () => {
      await press(page, 'A square');
      await press(page, 'Ask anew');
      const knows = browserName === 'chromium' && source === 'Camera';
      await expect(row(page, 'aspectRatio').first()).toHaveText(knows ? 'yes' : 'no');
      await expect(status(page)).toContainText(knows ? /as asked\. (\d+) × \1 / : 'something else. 640 × 480');
      const dropped = page.getByRole('region', { name: 'Why this one' }).getByText('Dropped without a word');
      await expect(dropped).toHaveCount(knows ? 0 : 1);
    });

    if (browserName === 'chromium' && source === 'Camera') {
      await test.step('two demands that are met one by one may not be met together', async () => {
        await press(page, 'Nothing');
        const most = (await row(page, 'width').nth(1).textContent())!.replace('1 to ', '');
        const demand = async (name: string, value: string) => {
          await page.getByLabel(`How strongly: ${name}`).selectOption('exact');
          await page.getByRole('spinbutton', { name }).fill(value);
          await press(page, 'Apply');
        };
        await demand('width', most);
        await expect(status(page)).toContainText(`as asked. ${most} × `);
        await demand('aspectRatio', '0.5');
        await expect(status(page)).toContainText('of aspectRatio');
        await page.getByLabel('How strongly: width').selectOption('any');
        await press(page, 'Apply');
        await expect(status(page)).toContainText('What came: as asked.');
      });
    }

    await test.step('every recorded call carries its line', async () => {
      const calls = (await entries(page)).filter(({ what }) => what === 'call');
      for (const name of ['getUserMedia', 'applyConstraints', 'getCapabilities', 'getConstraints', 'getSettings']) {
        const [file, number] = calls.find((call) => call.name === name)!.line!;
        expect(readFileSync(file, 'utf8').split('\n')[number - 1]).toContain(`.${name}(`);
      }
    });
  });
}
