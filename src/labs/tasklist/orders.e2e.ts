import { expect, type Page, test } from '@playwright/test';
import { drag } from './drag.fixture.ts';
import { lab, sentence, start } from './tasklist.fixture.ts';

async function tryOrder(page: Page, title: string) {
  await start(page);
  await page.getByRole('button', { name: 'Other orders' }).click();
  await page.getByRole('button', { name: title, exact: true }).click();
  await expect(lab(page).getByRole('region', { name: 'Trouble' })).toContainText('The rule.');
  await expect(sentence(page)).toBeInViewport({ ratio: 1 });
}

type Said = Partial<Record<string, string>>;

/** Where this order breaks, what exactly is said there, and that the way leads back from it. */
async function breaks(page: Page, title: string, step: string, said: string) {
  await tryOrder(page, title);
  await expect(sentence(page)).toHaveText(`${step} ${said}`);
  await page.getByRole('button', { name: 'Start over in the right order' }).click();
  await expect(page.getByRole('button', { name: 'Get media', exact: true })).toBeVisible();
}

const inChromium = (method: string, says: string) =>
  `InvalidStateError: Failed to execute '${method}' on 'RTCPeerConnection': ${says}`;

const noOffer: Said = {
  chromium: inChromium(
    'createAnswer',
    'PeerConnection cannot create an answer in a state other than have-remote-offer or have-local-pranswer.',
  ),
  firefox: 'InvalidStateError: Cannot create answer in stable',
};
const noDescription: Said = {
  chromium: inChromium('addIceCandidate', 'The remote description was null'),
  firefox: 'InvalidStateError: No remoteDescription.',
};
const noAnswerDue: Said = {
  chromium: inChromium('setRemoteDescription', 'Failed to set remote answer sdp: Called in wrong state: stable'),
  firefox: 'InvalidStateError: Cannot set remote answer in state stable',
};
const wrong = (step: string) => `${step} went wrong.`;
const odd = (step: string) => `${step} ran, but this is not true now:`;

test('each wrong order gives exactly its error, and can be recovered from', async ({ page, browserName }) => {
  const { step } = test;
  await step('createAnswer before the offer is set is an InvalidStateError', () =>
    breaks(page, '15, 16, 17, as the list has them', wrong('Step 15, createAnswer'), noOffer[browserName]!),
  );

  await step('a candidate before the description is an InvalidStateError', () =>
    breaks(page, 'A candidate before the description', wrong('addIceCandidate'), noDescription[browserName]!),
  );

  await step('an offer that is made before the tracks are added has no section for them', () =>
    breaks(page, 'No track before the offer', odd('Step 5, createOffer'), 'The offer has a section for each track.'),
  );

  await step('an answer to an offer that was never set is refused', () =>
    breaks(page, 'setLocalDescription forgotten', wrong('Step 22, setRemoteDescription'), noAnswerDue[browserName]!),
  );

  await step('an answer that is quicker than the setting of its offer is refused', () =>
    breaks(page, 'The offer sent before it is set', wrong('Step 22, setRemoteDescription'), noAnswerDue[browserName]!),
  );

  await step('an answer that is given twice is refused the second time', async () => {
    await tryOrder(page, 'The answer given twice');
    await expect(
      page.getByRole('list', { name: 'Steps in this order' }).getByRole('button', { name: /^22 .*done/ }),
    ).toBeVisible();
    await expect(sentence(page)).toHaveText(`${wrong('Step 22, setRemoteDescription')} ${noAnswerDue[browserName]}`);
  });

  await step('whoever listens after the answer was set is never told of the tracks', () =>
    breaks(
      page,
      'Listeners attached too late',
      odd('Step 22, setRemoteDescription'),
      'Both are set, and what Bob sends has been heard of.',
    ),
  );

  await step('from a wrong order the way leads back, to a call that works', async () => {
    for (let act = 0; act < 7; act++) await lab(page).locator('.next').click();
    await expect(sentence(page)).toContainText('Connected');
  });
});

test('a step is moved by keyboard, and the order that came of it is run', { tag: '@once' }, async ({ page }) => {
  await start(page);
  await page.getByRole('button', { name: 'Other orders' }).click();
  await page.getByText('An order of your own').click();
  const later = page.getByRole('button', { name: 'addTrack of alice: later' });
  await later.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Your order' }).getByRole('listitem').nth(4)).toContainText('addTrack');
  await page.getByRole('button', { name: 'Run this order' }).click();
  await expect(sentence(page)).toContainText('Step 5');

  await test.step('a step that waits for one behind it says so, and the way leads back', async () => {
    await page.getByRole('button', { name: 'addTrack of alice: earlier' }).click();
    await page.getByRole('button', { name: 'Alice is told of the answer of server: earlier' }).click();
    await page.getByRole('button', { name: 'Run this order' }).click();
    await expect(sentence(page)).toHaveText('Waiting for an answer: Bob has to take step 19.');
    await page.getByRole('button', { name: 'Back to the order that works' }).click();
    await expect(page.getByRole('button', { name: 'Get media', exact: true })).toBeVisible();
  });
});

test('a step is dragged to another place, and what was not true before it is told', async ({ page, browserName }) => {
  await start(page);
  await page.getByRole('button', { name: 'Other orders' }).click();
  await page.getByText('An order of your own').click();
  const rows = page.getByRole('list', { name: 'Your order' }).getByRole('listitem');
  await rows.first().scrollIntoViewIfNeeded();
  await drag(page, rows.filter({ hasText: 'addTrackalice' }), rows.nth(0), browserName);
  await expect(rows.nth(0)).toContainText('addTrack');
  await page.getByRole('button', { name: 'Run this order' }).press('Enter');
  await expect(sentence(page)).toContainText('Step 4, addTrack went wrong. TypeError');
  await expect(lab(page).getByRole('region', { name: 'Trouble' })).toContainText(
    'There are tracks, and a connection to give them to.',
  );
});
