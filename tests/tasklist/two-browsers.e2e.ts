import { expect, test } from '@playwright/test';
import { apart, press } from '../../src/labs/tasklist/apart.fixture.ts';
import { lab, sentence } from '../../src/labs/tasklist/tasklist.fixture.ts';
import { empty, firefoxToo } from '../carriers/house.ts';

for (const where of ['alice', 'bob'] as const)
  test(`the 23 steps between Chromium and Firefox, and ${where} is in Firefox`, async ({ browser, baseURL }) => {
    const other = await firefoxToo();
    const [hers, his] = where === 'alice' ? [other, browser] : [browser, other];
    const alice = await hers.newPage({ baseURL });
    const bob = await apart(alice, his);
    await press(alice, ['Get media']);
    await expect(sentence(bob)).toContainText('It is the turn of Alice: Step 2,');
    await press(alice, ['Make a connection', 'Make an offer', 'Leave it with the server']);
    await press(bob, ['Bob comes', 'Answer']);
    await press(alice, ['Find a way']);
    for (const page of [alice, bob]) await expect(sentence(page)).toContainText('Connected');
    await expect(lab(bob).getByRole('region', { name: 'Alice' })).toContainText('as Bob sees her');
    await expect(lab(alice).getByRole('region', { name: 'Bob', exact: true })).toContainText('as Alice sees him');
    await empty(browser, other);
  });
