import { expect, type Page, test } from '@playwright/test';
import type { Entry } from '../../protocol/entry.ts';
import type { LabHost } from './lab-host.ts';

const call = (page: Page) => page.getByRole('status', { name: 'Call' });
const editor = (page: Page) => page.getByRole('textbox', { name: 'src/labs/hello/hello.ts, your version' });
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
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(editor(page)).toBeFocused();

  await test.step('another channel', async () => {
    await typeBehind(page, "createDataChannel('chat')", "\nalice.createDataChannel('more');");
    await page.getByRole('button', { name: 'Run it' }).click();
    await expect(call(page)).toContainText('Connected, directly');
    const made = (await entries(page)).filter(({ name, what }) => name === 'createDataChannel' && what === 'call');
    expect(made.map(({ body, line }) => [body, line])).toEqual([
      [['chat'], ['src/labs/hello/hello.ts', 8]],
      [['more'], ['src/labs/hello/hello.ts', 9]],
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
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(editor(page)).toContainText('while (true) await null;');
    await page.keyboard.press('Tab');
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByRole('button', { name: 'Close', exact: true })).toBeFocused();
  });

  await test.step('closed or put back, the lab is what it was', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(call(page)).toContainText('Connected, directly');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('button', { name: 'As it was' }).click();
    await expect(editor(page)).not.toContainText('while (true)');
    await page.reload();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(page.getByRole('button', { name: 'As it was' })).toBeDisabled();
  });
});
