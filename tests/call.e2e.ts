import { expect, test } from '@playwright/test';
import { close, meet, press, sentence, talk } from '../src/labs/call/call.fixture.ts';
import { firefoxToo } from './carriers/house.ts';

test('Chromium and Firefox call each other, and either hangs up', async ({ browser, baseURL }) => {
  const other = await firefoxToo();
  const two = await meet(browser, baseURL!, { other });
  await talk(two);
  await press(two.bob, 'Hang up');
  await expect(sentence(two.alice)).toContainText('bob has hung up');
  await press(two.bob, 'Call alice');
  await press(two.alice, 'Answer bob');
  await expect(sentence(two.bob)).toContainText('You are talking to alice');
  await press(two.alice, 'Hang up');
  await expect(sentence(two.bob)).toContainText('alice has hung up');
  await close(two);
});
