import { expect, type Page, test } from '@playwright/test';
import type { Entry } from '../../protocol/entry.ts';
import { axeFinds } from '../../tests/axe.ts';
import type { LabHost } from './lab-host.ts';

const call = (page: Page) => page.getByRole('status', { name: 'Call' });
const editor = (page: Page) => page.getByRole('textbox', { name: 'src/labs/hello/hello.ts, your version' });
const edit = (page: Page) => page.getByRole('button', { name: /^Edit src\/labs\/hello/ });
const said = (page: Page) => page.locator('.edited').getByRole('status');
const entries = (page: Page) =>
  page.evaluate(() => [...(document.querySelector<LabHost>('lab-host')!.lab?.trace.entries ?? [])]) as Promise<Entry[]>;

/** Goes to the end of the line with these words, as somebody with a keyboard would, and types. */
async function typeBehind(page: Page, words: string, text: string) {
  await editor(page).getByText(words).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}

test('a changed line really runs, is drawn and lit; what is wrong shows its line; it is kept, and can be put back', async ({
  page,
}) => {
  await page.goto('/labs/hello/');
  await edit(page).click();
  await expect(editor(page)).toBeFocused();

  await test.step('another channel', async () => {
    await typeBehind(page, "createDataChannel('chat')", "\nalice.createDataChannel('more');");
    await page.getByRole('button', { name: 'Run it' }).click();
    await expect(call(page)).toContainText('Connected, directly');
    const made = (await entries(page)).filter(({ name, what }) => name === 'createDataChannel' && what === 'call');
    expect(made.map(({ body, line }) => [body, line])).toEqual([
      [['chat'], ['src/labs/hello/hello.ts, your version', 8]],
      [['more'], ['src/labs/hello/hello.ts, your version', 9]],
    ]);
    await expect(editor(page).locator('[data-ran]', { hasText: "('more')" })).toBeVisible();
  });

  await test.step('what the browser refuses shows the line of the call', async () => {
    await typeBehind(
      page,
      'await alice.setLocalDescription(offer)',
      '\nawait alice.setRemoteDescription({ type: "answer", sdp: "x" });',
    );
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(said(page)).toContainText(/^Line 14\. \w+Error: /);
    await expect(editor(page).locator('.blamed')).toContainText('setRemoteDescription');
  });

  await test.step('what the language refuses shows its line', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.type('nobody.knows(this); ');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(said(page)).toContainText('Line 14. ReferenceError');
  });

  await test.step('what cannot be read runs not at all, and shows its line', async () => {
    await page.keyboard.press('Home');
    await page.keyboard.type('const = 3; ');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(said(page)).toContainText('Line 14. SyntaxError');
    await expect(page.locator('lab-host')).toContainText('Your version does not run. Line 14: SyntaxError');
    await editor(page).press('ControlOrMeta+Home');
    await page.getByRole('button', { name: 'Go to line 14' }).click();
    await expect(editor(page)).toBeFocused();
  });

  await test.step('a loop without an end is ended, and shows its line', async () => {
    for (let undone = 0; undone < 3; undone++) await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+Home');
    await page.getByRole('button', { name: 'As it was' }).click();
    await typeBehind(page, "createDataChannel('chat')", '\nwhile (true) await null;');
    await page.getByRole('button', { name: 'Run it' }).click();
    await expect(said(page)).toContainText('Line 9. EndlessLoop');
  });

  await test.step('kept over a new start of the page, and left by Escape and Tab', async () => {
    await page.reload();
    await edit(page).click();
    await expect(editor(page)).toContainText('while (true) await null;');
    await page.keyboard.press('Tab');
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeFocused();
  });

  await test.step('closed or put back, the lab is what it was', async () => {
    await page.keyboard.press('Enter');
    await expect(edit(page)).toBeFocused();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(call(page)).toContainText('Connected, directly');
    await edit(page).click();
    await page.getByRole('button', { name: 'As it was' }).click();
    await expect(editor(page)).not.toContainText('while (true)');
    await page.reload();
    await edit(page).click();
    await expect(page.getByRole('button', { name: 'As it was' })).toBeDisabled();
  });
});

test('in a lesson the quoted lines are edited where they stand, beside the lab that runs them', {
  tag: '@once',
}, async ({ page }) => {
  const quotes = page.locator('figure[data-file="src/labs/hello/hello.ts"]');
  await page.goto('/lessons/start/what-is-webrtc/');
  await edit(page).first().click();
  await expect(editor(page)).toBeFocused();

  await test.step('they are shown with their numbers, and the rest of the file is folded', async () => {
    await expect(editor(page).getByText(/^\d+ more lines$/)).toHaveCount(2);
    await expect(quotes.first().locator('.cm-gutters')).toContainText('1891011121314');
    await expect(editor(page)).not.toContainText('export async function');
  });

  await test.step('each line of the reader’s own is lit as it runs; no other quote claims it', async () => {
    await typeBehind(page, "createDataChannel('chat')", "\nalice.createDataChannel('more');");
    await page.getByRole('button', { name: 'Run it' }).click();
    await expect(call(page)).toContainText('Connected, directly');
    await expect(editor(page).locator('[data-ran]', { hasText: "('more')" })).toBeVisible();
    await expect(editor(page).locator('[data-ran="before"]', { hasText: "('chat')" })).toBeVisible();
    await expect(page.locator('[data-lit]')).toHaveCount(0);
    await expect(quotes.first().locator('figcaption')).toContainText(/ran so far: .*9/);
  });

  await test.step('nothing of it hinders anybody, in any colours, on a phone', async () => {
    for (const [width, colorScheme] of [
      [1366, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 768 });
      await page.emulateMedia({ colorScheme });
      const found = await axeFinds(page, (axe) => axe.include('figure:has(.edited)'));
      expect(found, `${width} ${colorScheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  await test.step('the whole file is one press away, and by keyboard one leaves it', async () => {
    await page.getByRole('button', { name: 'Whole file' }).click();
    await expect(editor(page)).toContainText('export async function');
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(editor(page)).not.toBeFocused();
  });

  await test.step('another quote takes the version over; closed, the lines that are quoted run and are lit', async () => {
    await edit(page).last().click();
    await expect(quotes.last().getByRole('textbox')).toContainText("createDataChannel('more')");
    await expect(page.getByRole('textbox', { name: /your version/ })).toHaveCount(1);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(quotes.first().locator('[data-lit]', { hasText: "createDataChannel('chat')" })).toBeVisible();
  });
});
