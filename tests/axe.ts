import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe objects to on a page, or in what is left of it once somebody has said where to look and by which rules. */
export async function axeFinds(page: Page, narrowed = (axe: AxeBuilder) => axe): Promise<string[]> {
  // Where no frame comes from elsewhere this finds the same, and opens no further page to put its findings together.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await narrowed(axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
