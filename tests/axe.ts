import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const source = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
/** The builder brings a megabyte anew to each look, and twice; this is what it has to bring once axe is there. */
const nothing = ';';

/** What axe objects to on a page, or in what is left of it once somebody has said where to look and by which rules. */
export async function axeFinds(page: Page, narrowed = (axe: AxeBuilder) => axe): Promise<string[]> {
  await bring(page);
  // Where no frame comes from elsewhere this finds the same, and opens no further page to put its findings together.
  const axe = new AxeBuilder({ page, axeSource: nothing }).setLegacyMode();
  // Of what it has nothing against, axe would describe every element as well: half of its work.
  const { violations } = await narrowed(axe.options({ resultTypes: ['violations'] })).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

async function bring(page: Page) {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  }
}
