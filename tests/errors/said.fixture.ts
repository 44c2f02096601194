import type { Page } from '@playwright/test';
import type { KnownError } from '../../src/content/errors.ts';

/** Null: the browser took it. */
export type Said = string | null;

/** Provokes each in the lab, one after the other, and tells what the browser said. */
export async function provokeAll(page: Page, slugs: readonly string[]): Promise<Record<string, Said>> {
  await page.goto('/labs/errors/');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const told: Record<string, Said> = {};
  for (const slug of slugs) {
    await page.getByRole('combobox', { name: 'Error' }).selectOption(slug);
    await page.getByRole('button', { name: 'Provoke it' }).click();
    const outcome = page.locator(`.outcome[data-slug="${slug}"]`);
    await outcome.waitFor();
    told[slug] =
      (await outcome.getAttribute('data-state')) === 'silent' ? null : await outcome.locator('samp').textContent();
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
