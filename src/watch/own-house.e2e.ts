import { expect, test as plain } from '@playwright/test';
import { courseProgram, line } from './course-program.fixture.ts';
import { ownHouse } from './house.fixture.ts';
import { proxyTo } from './proxy.fixture.ts';
import { startingPoints } from './starting-points.ts';

const test = plain.extend<{ house: Awaited<ReturnType<typeof ownHouse>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it that this needs no other fixture.
  house: async ({}, use) => {
    const house = await ownHouse();
    await use(house);
    await house.close();
  },
});

test('a server that was killed is waited for, and goes on below what was drawn', async ({ page, house }) => {
  await page.goto(`${house.url}/watch/?room=tea`);
  const standing = page.getByRole('status').first();
  await expect(standing).toContainText('live and from the beginning');
  const alice = await courseProgram(house.url, 'Rob-1', 'tea');
  alice.calls();
  const offers = page.getByRole('treeitem').filter({ hasText: 'offer' });
  await expect(offers).toHaveCount(1);
  await house.kill();
  await expect(standing).toContainText('The server is gone');
  await expect(offers).toHaveCount(1);

  await house.startAgain();
  await expect(standing).toContainText('live and from the beginning');
  const again = await courseProgram(house.url, 'Rob-1', 'tea');
  again.calls();
  await expect(offers).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'No mistakes so far' })).toBeVisible();
  alice.close();
  again.close();
});

test('what strangers see of the lobby has other names in it than what is seen at this machine', async ({
  page,
  house,
}) => {
  const proxy = await proxyTo(house.port);
  const alice = await courseProgram(house.url, 'Rob-1', 'lobby', 'x');
  alice.calls();
  alice.finds();
  for (const [url, address] of [
    [house.url, '192.168.7.42'],
    [proxy.url, /198\.1[89]\.\d+\.\d+/],
  ] as const) {
    await page.goto(`${url}/watch/`);
    const candidate = page.getByRole('treeitem').filter({ hasText: 'candidate' }).first();
    await expect(candidate).toContainText(address);
    await candidate.click();
    await expect(page.locator('.watch-stage')).toContainText(address);
  }
  await expect(page.locator('.watch-stage')).not.toContainText('192.168.7.42');
  expect(line).toContain('192.168.7.42');
  alice.close();
  proxy.close();
});

test('each starting point can be saved, and runs under --mine as it is @both', async ({ page, house }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (answer) => answer.status() >= 400 && complaints.push(`${answer.status()} ${answer.url()}`));
  for (const { file, title } of startingPoints) {
    await test.step(title, async () => {
      await page.goto(`${house.url}/watch/`);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: title, exact: true }).click();
      expect((await download).suggestedFilename()).toBe(file);
      await page.goto(`${house.url}/mine/${file}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      const source = await page.content();
      const steps = [...source.matchAll(/^ *\/\/ (\d)\. /gm)].map(([, number]) => Number(number));
      expect(steps).toEqual(file === 'console.html' ? [] : [1, 2, 3, 4, 5, 6, 7]);
      if (source.includes('socket.io.js')) expect(await page.evaluate(() => 'io' in window)).toBe(true);
      expect(complaints.splice(0)).toEqual([]);
    });
  }
});
