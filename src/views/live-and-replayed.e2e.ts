import { expect, type Page, test } from '@playwright/test';
import { shuffled } from './shuffled.fixture.ts';

const kinds = ['Sequence', 'States', 'Wire'] as const;

/** What a picture shows, and after how many entries. */
type Look = { moment: number; text: string };

declare global {
  var looks: Look[];
  var look: () => Look;
  var exported: Blob;
}

/** From now on every page knows how to look at a picture, and keeps every look at it while it is drawn live. */
const watch = (page: Page, kind: (typeof kinds)[number]) =>
  page.addInitScript((kind) => {
    globalThis.looks = [];
    globalThis.look = () => {
      const moment = Number(document.querySelector('.where')!.textContent.match(/· (\d+) of/)![1]);
      const drawn = document.querySelector('.pictures :is(.rows, .states .scroll, .wire tbody)');
      return { moment, text: drawn?.textContent ?? '' };
    };
    URL.createObjectURL = new Proxy(URL.createObjectURL, {
      apply(create, url, [blob]) {
        if (blob.type === 'application/jsonl') globalThis.exported = blob;
        return create.call(url, blob);
      },
    });
    new MutationObserver(() => {
      const labels = [...document.querySelectorAll('.pictures .segments label')];
      const input = labels.find((label) => label.textContent === kind)?.querySelector('input');
      // A picture other than the first is loaded when it is chosen.
      if (!input?.checked) input?.click();
      else if (document.querySelector('.pictures > .picture:not(.scrubber)')) looks.push(look());
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }, kind);

/** From the first entry to the last, by the keys of the scrubber. */
const walk = (page: Page, until: number) =>
  page.evaluate(async (until) => {
    const slider = document.querySelector('.track input')!;
    const press = (key: string) => slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    const texts: string[] = [];
    for (let moment = 0; moment <= until; moment++) {
      press(moment ? 'ArrowRight' : 'Home');
      while (look().moment !== moment) await new Promise(requestAnimationFrame);
      texts.push(look().text);
    }
    return texts;
  }, until);

for (const kind of kinds) {
  // Every picture is held at every entry against its own file in moments.e2e.ts; here one is led all the way by hand.
  const tier = kind === 'Sequence' ? '' : ' @long';
  test(`what the ${kind} showed live it shows again when stepped, scrubbed, exported and imported${tier}`, async ({
    page,
  }) => {
    test.setTimeout(60_000);
    await watch(page, kind);
    await page.goto('/labs/hello/');
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(page.getByRole('status', { name: 'Call' })).toContainText('Connected, directly');
    await page.getByRole('textbox', { name: 'Alice says' }).fill('Can you see me?');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Chat' })).toContainText('Can you see me?');

    await expect(page.locator('.pictures > .picture:not(.scrubber)')).toBeVisible();
    const live = await page.evaluate(() => looks.slice());
    const last = live.at(-1)!.moment;
    expect(last).toBeGreaterThan(80);
    const stepped = await walk(page, last);
    expect(live.map(({ text }) => text)).toEqual(live.map(({ moment }) => stepped[moment]));

    const slider = page.getByRole('slider', { name: 'Moment' });
    for (const moment of shuffled(stepped.keys()).slice(0, 12)) {
      await slider.fill(String(moment));
      expect(await page.evaluate(() => look())).toEqual({ moment, text: stepped[moment] });
    }

    await page.getByLabel('without addresses, keys').uncheck();
    await page.getByRole('button', { name: 'Export as a file' }).click();
    await page.waitForFunction(() => globalThis.exported !== undefined);
    const file = await page.evaluate(() => exported.text());
    await page.goto('/replay/');
    const buffer = Buffer.from(file);
    await page.locator('input[type=file]').setInputFiles({ name: 'call.jsonl', mimeType: 'application/jsonl', buffer });
    await expect(slider).toBeEnabled();
    await expect(page.locator('.pictures > .picture:not(.scrubber)')).toBeVisible();
    expect(await walk(page, last)).toEqual(stepped);
  });
}
