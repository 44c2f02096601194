import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from './axe.ts';
import { lessonPages } from './site-pages.ts';

const lesson = '/lessons/media/get-user-media/';

const boxOf = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!;

test('on a laptop the lab stands beside the text, above the fold, and stays there while one reads', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  for (const url of lessonPages()) {
    await page.goto(url);
    for (const scrolled of [false, true]) {
      if (scrolled) await page.mouse.wheel(0, 1500);
      const lab = await boxOf(page, 'lab-host');
      const text = await boxOf(page, '.lesson > h2');
      expect(lab.y, url).toBeGreaterThanOrEqual(0);
      expect(lab.y + lab.height, url).toBeLessThanOrEqual(768);
      expect(lab.x, url).toBeGreaterThanOrEqual(text.x + text.width);
      await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeInViewport({ ratio: 1 });
    }
  }
});

test('lines of text are sixty to seventy characters long where there is room', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(lesson);
  await page.evaluate(() => document.fonts.ready);
  const longest = await page.locator('.lesson > p').evaluateAll((paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const lines = paragraph.getClientRects().length && Math.round(paragraph.getBoundingClientRect().height / 27.2);
      return lines > 2 ? paragraph.textContent!.length / lines : [];
    }),
  );
  expect(Math.max(...longest)).toBeLessThan(76);
  expect(Math.max(...longest)).toBeGreaterThan(50);
});

test('on a phone the lab stands in the text, where it is spoken of', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(lesson);
  const [lab, text] = [await boxOf(page, 'lab-host'), await boxOf(page, '.lesson > h2')];
  expect(lab.x).toBe(text.x);
  expect(text.y).toBeGreaterThan(lab.y + lab.height);
});

test('contents of the page lead to its chapters, which no header covers', async ({ page }) => {
  await page.goto(lesson);
  await page.getByText('On this page').click();
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const [link] = await contents.getByRole('link').all();
  const title = await link!.textContent();
  await link!.click();
  const chapter = page.getByRole('heading', { level: 2, name: title!, exact: true });
  await expect(chapter).toBeInViewport();
  const header = await boxOf(page, 'header');
  expect((await chapter.boundingBox())!.y).toBeGreaterThan(header.y + header.height);
});

test('a prediction is judged in words, and remembered', async ({ page }) => {
  await page.goto(lesson);
  const predict = page.locator('.predict').first();
  const wrong = predict.locator('input:not([data-right])').first();
  await wrong.check();
  await expect(predict.getByText('Not so. It is:')).toBeHidden();
  await predict.getByText('What happens').click();
  await expect(predict.getByText('Not so. It is:')).toBeVisible();
  await predict.locator('input[data-right]').check();
  await expect(predict.getByText('Right, you saw it coming.')).toBeVisible();
  await expect(predict.getByText('Not so. It is:')).toBeHidden();
  await page.reload();
  await expect(predict.locator('input[data-right]')).toBeChecked();
});

test('whoever only wants to look is told, and not judged', async ({ page }) => {
  await page.goto(lesson);
  const predict = page.locator('.predict').first();
  await predict.getByText('What happens').click();
  await expect(predict.locator('.when-open')).toBeVisible();
  await expect(predict.getByText('Not so. It is:')).toBeHidden();
  await expect(predict.getByText('Right, you saw it coming.')).toBeHidden();
});

test('what a reader knew, and what not yet, is remembered', async ({ page }) => {
  await page.goto(lesson);
  const [first, second] = await page.locator('.recall details').all();
  await first!.locator('summary').click();
  await first!.getByText('I knew it').click();
  await second!.locator('summary').click();
  await second!.getByText('Not yet').click();
  await page.reload();
  await expect(first!.locator('[value="knew"]')).toBeChecked();
  await expect(second!.locator('[value="not-yet"]')).toBeChecked();
});

test('the home page starts a newcomer, continues a reader, and counts what is done', async ({ page }) => {
  await page.goto('/');
  const next = page.locator('[data-part="next-lesson"]');
  await expect(next).toContainText('Start');
  const [first] = await page.locator('[data-lesson]').all();
  await next.click();
  const done = page.getByRole('button', { name: 'I have worked through this lesson' });
  await expect(done).toHaveAttribute('aria-pressed', 'false');
  await page.waitForFunction(() => 'trickle:lessons' in localStorage);

  await page.goto('/');
  await expect(next).toContainText('Continue');
  await expect(first!).toContainText('begun');
  await next.click();
  await done.click();
  await expect(done).toHaveAttribute('aria-pressed', 'true');

  await page.goto('/lessons/');
  await expect(first!).toContainText('worked through');
});

test('another day, the home page asks what was not known, and rests it once it is', async ({ page }) => {
  await page.goto(lesson);
  const recall = page.locator('.recall details');
  await recall.nth(1).locator('summary').click();
  await recall.nth(1).getByText('Not yet').click();
  const question = await recall.nth(1).locator('summary').textContent();
  await page.goto('/');
  const lastTime = page.getByRole('region', { name: 'From last time' });
  await expect(lastTime, 'what was read just now').toBeHidden();

  await page.evaluate(() => {
    for (const key of ['trickle:lessons', 'trickle:answers'])
      localStorage[key] = localStorage[key].replace(/\d{13}/g, (time: string) => String(Number(time) - 86_400_000));
  });
  await page.reload();
  await expect(lastTime.locator('summary')).toHaveText([question!]);
  await lastTime.locator('summary').click();
  await expect(lastTime.getByRole('radio', { name: 'Not yet' })).not.toBeChecked();
  await lastTime.getByText('I knew it').click();
  await page.reload();
  await expect(lastTime.locator('summary')).not.toHaveText([question!]);
});

test('progress can be saved, forgotten and brought back', async ({ page }) => {
  await page.goto(lesson);
  await page.getByRole('button', { name: 'I have worked through this lesson' }).click();
  await page.goto('/lessons/');
  const entry = page.locator(`[data-lesson="${lesson.split('/').slice(2, 4).join('/')}"]`);
  await expect(entry).toContainText('worked through');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save it as a file' }).click();
  const file = await (await saving).path();

  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Forget it all' }).click();
  await expect(entry).not.toContainText('worked through');

  const input = page.getByLabel('A file with progress');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Bring it back from a file' }).click();
  await (await choosing).setFiles({ name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await expect(page.getByText('This file holds no progress.')).toBeVisible();
  await input.setInputFiles(file);
  await expect(entry).toContainText('worked through');
});

for (const width of [320, 390, 1366]) {
  test(`no quoted line is cut off in a window of ${width}, and what goes on below stays under its line`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 768 });
    for (const url of [lesson, '/labs/camera/', '/labs/hello/']) {
      await page.goto(url);
      await page.evaluate(() => document.fonts.ready);
      const boxes = await page
        .locator('.quote pre')
        .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth })));
      expect(boxes.length, url).toBeGreaterThan(0);
      for (const { scrollWidth, clientWidth } of boxes) expect(scrollWidth, url).toBe(clientWidth);
      const further = await page.locator('.quote .line').evaluateAll((all) =>
        all.flatMap((line) => {
          const words = document.createRange();
          words.selectNodeContents(line);
          const parts = [...words.getClientRects()].filter(({ width }) => width > 0);
          const top = Math.min(...parts.map(({ top }) => top));
          const left = (some: DOMRect[]) => Math.min(...some.map(({ left }) => left));
          // Bold words and plain ones differ by a fraction of a pixel.
          const below = parts.filter((part) => part.top > top + 8);
          return below.length > 0 ? left(below) - left(parts.filter((part) => part.top <= top + 8)) : [];
        }),
      );
      for (const indent of further) expect(indent, url).toBeGreaterThan(8);
    }
  });
}

test('a line that lights up moves nothing, and is told by more than its colour', async ({ page }) => {
  await page.goto(lesson);
  const line = page.locator('.quote [data-line]').nth(1);
  const look = () =>
    line.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const mark = getComputedStyle(element, '::before');
      return { box: [x, y, width, height], mark: `${mark.width} ${mark.height} ${mark.backgroundColor}` };
    });
  const dark = await look();
  for (const lit of ['now', 'ran']) {
    await line.evaluate((element, lit) => element.setAttribute('data-lit', lit), lit);
    const shown = await look();
    expect(shown.box).toEqual(dark.box);
    expect(shown.mark).not.toBe(dark.mark);
  }
});

test('quoted lines carry their true numbers', async ({ page }) => {
  await page.goto(lesson);
  const quoted = await page.locator('figure[data-file]').evaluateAll((figures) =>
    figures.map((figure) => ({
      file: (figure as HTMLElement).dataset.file,
      lines: [...figure.querySelectorAll<HTMLElement>('[data-line]')].map(({ dataset }) => Number(dataset.line)),
      caption: figure.querySelector('figcaption')!.textContent,
    })),
  );
  expect(quoted.length).toBeGreaterThan(0);
  for (const { file, lines, caption } of quoted) {
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    expect(caption).toContain(file);
    expect(caption).toContain(String(lines[0]));
    expect(caption).toContain(String(lines.at(-1)));
  }
});

test('on paper there are text, code, pictures and every answer, and nothing to press', async ({ page }) => {
  await page.goto(lesson);
  await page.emulateMedia({ media: 'print' });
  for (const chrome of ['body > header', 'body > footer', 'lab-host', '.contents', '.turn']) {
    await expect(page.locator(chrome).first()).toBeHidden();
  }
  await expect(page.locator('.diagram svg').first()).toBeVisible();
  const answers = page.locator('.recall .answer p');
  for (const answer of await answers.all()) {
    expect(await answer.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))).toBe(true);
    expect((await answer.boundingBox())!.height).toBeGreaterThan(10);
  }
});

test('every lesson prints: its lab is an address, no line of code is cut, and nothing is left to press', async ({
  page,
}) => {
  // As wide as a sheet between its margins.
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  for (const url of lessonPages()) {
    await page.goto(url);
    const printed = await page.evaluate(() => ({
      toPress: [...document.querySelectorAll('nav, button, summary.button, dialog, lab-host')].filter((element) =>
        element.checkVisibility(),
      ).length,
      address: document.querySelector('.on-paper')!.textContent.replace(/\s+/g, ' ').trim(),
      cut: [...document.querySelectorAll('pre')].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .length,
      torn: [...document.querySelectorAll('figure.quote')].filter(
        (quote) => quote.clientHeight < 900 && getComputedStyle(quote).breakInside !== 'avoid',
      ).length,
      wide: document.documentElement.scrollWidth - innerWidth,
    }));
    expect(printed, url).toEqual({
      toPress: 0,
      address: expect.stringMatching(/Its address is \/labs\/[\w-]+\/\S*\.$/),
      cut: 0,
      torn: 0,
      wide: 0,
    });
  }
  const paper = await page.pdf({ format: 'A4' });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in what a reader opens, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(lesson);
    await page.locator('.predict input:not([data-right])').first().check();
    await page.locator('.predict input[data-right]').last().check();
    await page.locator('.recall summary').first().click();
    await page.getByText('I knew it').first().click();
    for (const [index, state] of ['now', 'ran'].entries()) {
      const line = page.locator('.quote [data-line]').nth(index);
      await line.evaluate((element, state) => element.setAttribute('data-lit', state), state);
    }
    await page.locator('details').evaluateAll((all) => {
      for (const details of all as HTMLDetailsElement[]) details.open = true;
    });
    expect(await axeFinds(page)).toEqual([]);

    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('camera');
    await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
    expect(await axeFinds(page, (axe) => axe.include('dialog'))).toEqual([]);
  });
}
