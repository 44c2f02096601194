import { expect, type Page, test } from '@playwright/test';

/** What a reader of the screen hears of the place where they stand. */
const standsAt = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    return (at.ariaLabel ?? at.textContent).trim().replace(/\s+/g, ' ');
  });

const page404 = '/there/is/no/such/page/';

test.describe('by keyboard alone', () => {
  test('a reader skips to the text, and walks through the header @both', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the text' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    const way = [];
    for (let step = 0; step < 9; step++) {
      await page.keyboard.press('Tab');
      way.push(await standsAt(page));
    }
    expect(way).toEqual([
      'Trickle',
      'Lessons',
      'Labs',
      'Your code',
      'Replay',
      'Workshop',
      'Devices & HTTPS',
      'Search/',
      'Colours: as the system has them',
    ]);
    await skip.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
  });

  test('whatever has the focus shows it', async ({ page }) => {
    await page.goto('/');
    for (let step = 0; step < 9; step++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
      expect(outline, await standsAt(page)).toBe('solid');
    }
  });

  test('the menu of a phone opens, closes with Escape, and gives the focus back', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/');
    const lessons = page.getByRole('navigation', { name: 'Trickle' }).getByRole('link', { name: 'Lessons' });
    await expect(lessons).toBeHidden();
    const button = page.getByRole('button', { name: 'Menu' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(lessons).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(lessons).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
    await lessons.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/lessons/');
  });
});

test.describe('light and dark', () => {
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('a choice holds on the next page and after a reload, from its first paint on @both', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    const light = await paper(page);
    const button = page.getByRole('button', { name: /^Colours/ });
    await button.click();
    await expect(button).toHaveAccessibleName('Colours: light');
    await button.click();
    await expect(button).toHaveAccessibleName('Colours: dark');
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.goto('/lessons/', { waitUntil: 'commit' });
    await page.waitForSelector('body', { state: 'attached' });
    expect(await paper(page)).toBe(dark);
    await page.getByRole('button', { name: 'Colours: dark' }).click();
    expect(await paper(page)).toBe(light);
  });

  test('without a choice the system’s is followed, also when it changes', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/');
    const dark = await paper(page);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await paper(page)).not.toBe(dark);
  });
});

test.describe('search', () => {
  const words = (page: Page) => page.getByRole('searchbox', { name: 'Search lessons, labs, terms and errors' });
  const found = (page: Page) => page.getByRole('dialog', { name: 'Search' }).getByRole('link');

  test('a word is found, and Enter goes there @both', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await expect(words(page)).toBeFocused();
    await words(page).fill('getUserMedia');
    await expect(found(page).first()).toBeVisible();
    await expect(page.getByRole('dialog').locator('mark').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(found(page).first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(words(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    const address = await found(page).first().getAttribute('href');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${address}$`));
  });

  test('a term, an error message and a lab lead to where each of them stands', async ({ page }) => {
    const places = [
      ['rollback', '/glossary/#rollback'],
      ['candidate', '/glossary/#candidate'],
      ['simulcast', '/lessons/connecting/sdp/#read-your-own'],
      ['Media playground', '/labs/playground/'],
      [
        "Uncaught (in promise) InvalidStateError: Failed to execute 'addIceCandidate' on 'RTCPeerConnection': The remote description was null",
        '/errors/#candidate-too-early',
      ],
    ] as const;
    await page.goto('/');
    await page.keyboard.press('/');
    for (const [typed, address] of places) {
      await words(page).fill(typed);
      await expect(found(page).first(), typed).toHaveAttribute('href', address);
    }
    // What a recorded call shows is no text about anything.
    await words(page).fill('candidate-pair setLocalDescription stable');
    await words(page).fill('setLocalDescription');
    await expect(found(page).first()).toBeVisible();
    await expect(found(page).filter({ hasText: /\d ms|\d KB/ })).toHaveCount(0);
    // A part of a message is in the words of many, and its error is among them.
    await words(page).fill('Called in wrong state: stable');
    await expect(found(page).and(page.locator('[href="/errors/#answer-not-due"]'))).toBeVisible();
    await words(page).fill(places.at(-1)![0]);
    await expect(found(page).first()).toContainText('Candidate too early');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/errors/#candidate-too-early');
    await expect(page.getByRole('article', { name: 'Candidate too early' })).toBeInViewport();
  });

  test('the button and Ctrl+K open it, Escape closes it, and the focus comes back', async ({ page }) => {
    await page.goto('/');
    const button = page.getByRole('button', { name: 'Search' });
    await button.click();
    await expect(words(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(words(page)).toBeHidden();
    await expect(button).toBeFocused();
    await page.keyboard.press('Control+K');
    await expect(words(page)).toBeFocused();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(words(page)).toBeHidden();
  });

  test('what is nowhere is said to be nowhere', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await words(page).fill('xylophone');
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Nothing found for “xylophone”.');
  });

  test('an index that cannot be reached is said to be out of reach, and asked for again', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto('/');
    await page.keyboard.press('/');
    await words(page).fill('track');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('can’t be reached');
  });

  test('a slash in a field is a slash', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await words(page).fill('a');
    await page.keyboard.press('/');
    await expect(words(page)).toHaveValue('a/');
  });
});

test('nothing slides for a reader who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  await page.getByRole('link', { name: 'Lessons', exact: true }).click();
  await expect(page).toHaveURL('/lessons/');
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

test('an address that leads nowhere says so, and shows three ways on', async ({ page }) => {
  const answer = await page.goto(page404);
  expect(answer!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(3);
});

test('what can be pressed is large enough for a finger', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  for (const url of ['/', '/lessons/', '/labs/', '/labs/camera/', '/trust/']) {
    await page.goto(url);
    const small = await page.locator('button, .button, .segments label, header nav a, summary').evaluateAll((targets) =>
      targets
        .filter((target) => target.checkVisibility())
        .map((target) => ({ name: target.textContent!.trim(), ...target.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => Math.min(width, height) < 43)
        .map(({ name, width, height }) => `${name}: ${width} × ${height}`),
    );
    expect(small, url).toEqual([]);
  }
  await context.close();
});
