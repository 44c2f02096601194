import { expect, test } from '@playwright/test';
import { close, frames, meet, sentence, talk, way } from '../src/labs/call/call.fixture.ts';
import { launch } from './carriers/house.ts';
import { openWays } from './cut-way.ts';

test('a call whose way is cut falls silent, and its caller finds another @long', async ({ browser, baseURL }) => {
  const other = await launch('firefox');
  const ways = openWays();
  const { alice, bob } = await meet(browser, baseURL!, { other, prepare: ways.lead });
  await talk({ alice, bob });
  const before = await way(alice);
  ways.cut();
  await expect(sentence(alice)).toContainText('Nothing comes through just now');
  await expect(sentence(alice)).toContainText('You are talking to bob', { timeout: 120_000 });
  await Promise.all([frames(alice, 10), frames(bob, 10)]);
  expect(await way(alice)).not.toBe(before);
  await close({ alice, bob });
  ways.close();
  await other.close();
});
