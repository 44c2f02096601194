import { mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, test } from '@playwright/test';
import { serve } from '../server/serve.ts';

const name = `${hostname()}.local`;

/** The house as a phone on the LAN sees it: by a name that is no localhost, over plain HTTP. */
const lan = test.extend<{ lanPage: import('@playwright/test').Page }>({
  lanPage: async ({ playwright, browserName, launchOptions, channel }, use) => {
    const data = mkdtempSync(join(tmpdir(), 'trickle-'));
    const options = { port: 0, host: '::', lan: true, https: false, data };
    const house = await serve(options, { site: 'dist', certs: join(data, 'certs') });
    let browser: Browser | undefined;
    try {
      browser = await playwright[browserName].launch({
        ...launchOptions,
        channel,
        args: [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${name} 127.0.0.1`],
        firefoxUserPrefs: { ...launchOptions.firefoxUserPrefs, 'network.dns.localDomains': name },
      });
      await use(await browser.newPage({ baseURL: `http://${name}:${house.port}` }));
    } finally {
      await browser?.close();
      await house.close();
      rmSync(data, { recursive: true });
    }
  },
});

lan(
  'over plain HTTP from another host there is no mediaDevices, and the lab says why @both',
  async ({ lanPage: page, browserName }) => {
    await page.goto('/labs/camera/');
    expect(await page.evaluate(() => [isSecureContext, 'mediaDevices' in navigator])).toEqual([false, false]);
    await page.getByRole('radio', { name: 'Camera' }).check({ force: true });
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const refusal = page.getByRole('region', { name: 'Refusal' });
    await expect(refusal).toContainText('TypeError');
    await expect(refusal).toContainText(browserName === 'firefox' ? /is undefined/ : /reading 'getUserMedia'/);
    await expect(refusal).toContainText('plain HTTP');

    await test.step('the synthetic camera works all the same', async () => {
      await page.goto('/labs/camera/');
      await page.getByRole('radio', { name: 'Synthetic' }).check({ force: true });
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await expect(page.getByRole('status', { name: 'Camera' })).toContainText('Live');
    });
  },
);
