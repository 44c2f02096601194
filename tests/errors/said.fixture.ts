import type { Page } from '@playwright/test';
import type { KnownError } from '../../src/content/errors/known-error.ts';
import { errorGroups } from '../../src/content/errors.ts';

/** Null: the browser took it. */
export type Said = string | null;

/** What asks a person asks only right after a click of theirs. */
const needClicks = errorGroups.find(({ file }) => file === 'asking')!.errors.map(({ slug }) => slug);

/** Provokes each in the lab, one after the other, and tells what the browser said. */
export async function provokeAll(page: Page, slugs: readonly string[]): Promise<Record<string, Said>> {
  await page.goto('/labs/errors/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const told: Record<string, Said> = {};
  for (const slug of slugs.filter((slug) => needClicks.includes(slug))) {
    await page.getByRole('combobox', { name: 'Error' }).selectOption(slug);
    await page.getByRole('button', { name: 'Provoke it' }).click();
    const outcome = page.locator(`.outcome[data-slug="${slug}"]`);
    await outcome.waitFor();
    told[slug] =
      (await outcome.getAttribute('data-state')) === 'silent' ? null : await outcome.locator('samp').textContent();
  }
  const others = slugs.filter((slug) => !needClicks.includes(slug));
  return Object.assign(told, await page.evaluate(pressEach, others));
}

/** In the page itself: sixty errors are sixty times quicker to come by without a driver in between. */
async function pressEach(slugs: readonly string[]): Promise<Record<string, Said>> {
  const lab = document.querySelector('.errors-lab')!;
  const told: Record<string, Said> = {};
  for (const slug of slugs) {
    const select = lab.querySelector('select')!;
    select.value = slug;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const came = new Promise<Element>((resolve) => {
      const observer = new MutationObserver(() => {
        const outcome = lab.querySelector(`.outcome[data-slug="${slug}"]`);
        if (!outcome) return;
        observer.disconnect();
        resolve(outcome);
      });
      observer.observe(lab, { childList: true, subtree: true, attributes: true });
    });
    lab.querySelector<HTMLElement>('button.strong')!.click();
    told[slug] = (await came).querySelector('samp')?.textContent ?? null;
  }
  return told;
}

/** What the table says, if that is what was said; else what was said. */
export function asTold({ says }: KnownError, browser: keyof KnownError['says'], said: Said): Said {
  const wording = says[browser];
  if (said === null || wording === null) return said;
  const line = said.replace(/\s+/g, ' ').trim();
  const pattern = wording.split('…').map((piece) => piece.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.+')}$`, 's').test(line) ? wording : line;
}
