import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';
import { host } from '../carriers/house.ts';
import { openLanHouse } from '../lan-house.ts';
import { bar, join, person, start } from './class.ts';

test('what a learner did, over plain HTTP, is taken home, and another copy of the site opens it', async ({
  browser,
  page,
}) => {
  test.skip(host === '127.0.0.1', 'This machine is in no network.');
  const house = await openLanHouse();
  const grace = await person(browser, `http://localhost:${house.port}`);
  const ada = await person(browser, `http://${host}:${house.port}`);
  await join(ada, await start(grace, 'Grace'), 'Ada');
  expect(
    await ada.evaluate(() => [
      isSecureContext,
      ...['mediaDevices', 'locks', 'clipboard'].map((key) => key in navigator),
    ]),
  ).toEqual([false, false, false, false]);

  // What was recorded last is there, too, of a page that was left at once …
  await ada.goto('/labs/hello/');
  await ada.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(ada.getByRole('status', { name: 'Call' })).toContainText('Connected');
  await ada.goto('/lessons/connecting/peer-connection/');
  const asked = ada.locator('.predict').first();
  await asked.locator('input:not([data-right])').first().check({ force: true });
  const question = (await asked.locator('legend').textContent())!.replace('Before you look', '').trim();
  // … and of a lab that has just been stopped.
  await ada.goto('/labs/states/');
  await bar(ada).getByRole('button', { name: 'What is seen' }).click();
  await ada.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(ada.locator('lab-host')).toHaveAttribute('data-state', 'running');
  await ada.getByRole('button', { name: 'Stop', exact: true }).click();
  const download = ada.waitForEvent('download');
  await bar(ada).getByRole('button', { name: 'Take home what I did' }).click();
  const file = await (await download).path();
  await expect(bar(ada)).toContainText('Any copy of Trickle opens it');
  const text = readFileSync(file, 'utf8');
  expect(text).not.toContain(`${host} `);
  const { traces } = JSON.parse(text) as { traces: { lab: string; file: string }[] };
  expect(traces.map(({ lab }) => lab)).toEqual(['hello', 'states']);
  expect(traces[0]!.file).toContain('"connected"');
  expect(traces[1]!.file).toContain('"name":"close"');

  await bar(ada).getByRole('button', { name: 'Leave the workshop' }).click();
  await bar(ada).getByRole('button', { name: 'Yes, leave' }).click();
  await expect(bar(ada)).toContainText('You have left');
  expect(await ada.evaluate(keptTraces)).toBe(0);
  for (const someone of [grace, ada]) await someone.context().close();
  await house.close();

  const open = (buffer: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'home.json', mimeType: 'application/json', buffer: Buffer.from(buffer) });
  await page.goto('/replay/');
  await open(text);
  const home = page.getByRole('region', { name: 'WebRTC, hands on' });
  await expect(home).toContainText('Taken home by Ada');
  await home.getByText('Hello').first().click();
  await expect(home.getByRole('treeitem', { name: /createOffer/ }).first()).toBeVisible();
  await expect(home.getByRole('listitem').filter({ hasText: question })).toContainText('✗ It is:');
  await expect(home.getByRole('region', { name: 'The way' }).getByRole('link', { name: 'Hello' })).toBeVisible();
  expect(await axeFinds(page, (axe) => axe.include('main'))).toEqual([]);

  await open(text.slice(0, -100));
  await expect(page.getByRole('alert')).toContainText('cut off or damaged');
  await expect(home).toContainText('Taken home by Ada');
});

/** How many traces this browser keeps. */
async function keptTraces() {
  const request = indexedDB.open('trickle-workshop');
  await new Promise((opened) => request.addEventListener('success', opened));
  const count = request.result.transaction('traces').objectStore('traces').count();
  await new Promise((counted) => count.addEventListener('success', counted));
  return count.result;
}
