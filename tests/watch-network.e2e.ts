import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { inUrl, lanAddresses } from '../server/addresses.ts';
import { serve } from '../server/serve.ts';
import { callBetween, ownPage } from '../src/watch/own-page.fixture.ts';

test('over HTTPS, at an address of the network, a page is recorded and watched as at this machine @both', async ({
  browser,
}) => {
  const mine = mkdtempSync(join(tmpdir(), 'trickle-'));
  writeFileSync(join(mine, 'call.html'), ownPage());
  const options = { port: 0, host: '::', lan: true, https: true, mine, data: join(mine, '.data') };
  const house = await serve(options, { site: 'dist', certs: join(mine, '.certs') });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const url = `https://${inUrl(lanAddresses()[0] ?? '127.0.0.1')}:${house.port}`;
  const page = await context.newPage();
  await page.goto(`${url}/watch/?room=tea`);
  await callBetween(context, url);

  const sequence = page.getByRole('region', { name: 'Sequence' });
  const row = (who: string, text: string) =>
    sequence.locator(`[data-row][data-who="${who}"]`).filter({ hasText: text });
  await expect(row('Rob-1', 'createOffer').first()).toBeAttached();
  await expect(row('Rob-2', 'answer').first()).toBeAttached();
  await expect(sequence.locator('.seat[data-who]')).toHaveCount(3);
  await context.close();
  await house.close();
  rmSync(mine, { recursive: true });
});
