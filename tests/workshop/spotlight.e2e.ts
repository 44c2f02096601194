import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../axe.ts';

const bar = (page: Page) => page.getByRole('complementary', { name: 'Workshop' });
const lit = (page: Page) => page.getByRole('region', { name: 'In the spotlight' });

/** What a page says to the server in messages of this name. */
function heard(page: Page, message: string) {
  const said: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes(`["${message}",`)) said.push(String(payload));
    }),
  );
  return said;
}

test('a lab is shown to the class when its learner agrees, without addresses and keys, until it stops or they take it back', async ({
  browser,
  baseURL,
}) => {
  const [grace, ada] = (await Promise.all(
    [1366, 390].map(async (width) =>
      (await browser.newContext({ baseURL, viewport: { width, height: 768 } })).newPage(),
    ),
  )) as [Page, Page];
  const said = heard(ada, 'trace');
  await grace.goto('/workshop/');
  await grace.getByLabel('Your name, as the class sees it').fill('Grace');
  await grace.keyboard.press('Enter');
  const link = (await grace.getByRole('link', { name: 'invitation link' }).getAttribute('href'))!;
  await ada.goto(`/join/${new URL(link).hash}`);
  await expect(ada.getByLabel('Code')).not.toHaveValue('');
  await ada.getByLabel('Your name').fill('Ada');
  await expect(ada.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
  await ada.keyboard.press('Enter');
  await expect(bar(ada).getByRole('button', { name: /hand/i })).toBeVisible();
  await ada.goto('/labs/hello/');
  await ada.getByRole('button', { name: 'Start', exact: true }).click();
  const projector = (await grace.getByRole('link', { name: 'projector' }).getAttribute('href'))!;
  const openStage = async () => {
    const stage = await grace.context().newPage();
    await stage.goto(projector);
    return stage;
  };
  const ask = async () => {
    await grace.getByText('More for Ada').press('Enter');
    await grace.getByRole('button', { name: 'Show to the class' }).press('Enter');
  };
  const stage = await openStage();

  await test.step('who is asked may say no', async () => {
    await ask();
    await expect(bar(ada)).toContainText('Grace would like to show your lab to the class');
    await expect(grace.getByRole('button', { name: 'Asked', exact: true })).toBeDisabled();
    expect(await axeFinds(ada, (axe) => axe.include('.workshop-bar'))).toEqual([]);
    await bar(ada).getByRole('button', { name: 'No', exact: true }).press('Enter');
    await expect(grace.getByText('Ada would rather not.')).toBeVisible();
    await expect(lit(stage)).toHaveCount(0);
    expect(said).toEqual([]);
  });

  await test.step('with consent all see it, from its beginning on; the name only if that is agreed to', async () => {
    await grace.getByRole('button', { name: 'Show to the class' }).press('Enter');
    await bar(ada).getByRole('button', { name: 'Show it' }).press('Enter');
    await expect(bar(ada)).toContainText('The class sees your lab.');
    const late = await openStage();
    for (const page of [stage, late]) {
      await expect(lit(page).getByRole('heading', { name: 'Hello' })).toContainText('a lab of this class');
      await expect(lit(page).getByText('new RTCPeerConnection').first()).toBeVisible();
      await expect(lit(page).getByText('setLocalDescription').first()).toBeVisible();
    }
    await late.close();
    await expect(
      grace.getByRole('region', { name: 'Spotlight: Ada' }).getByRole('region', { name: 'Sequence' }),
    ).toContainText('setLocalDescription');
    expect(said.join()).toContain('ice-pwd:pwd0000');
    expect(said.join().replaceAll(/ice-pwd:pwd0+\d/g, '')).not.toContain('ice-pwd:');
    await bar(ada).getByRole('button', { name: 'What is seen' }).click();
    await bar(ada).getByRole('checkbox', { name: 'My name may stand on the projector' }).check();
    await expect(lit(stage).getByRole('heading', { name: 'Ada' })).toBeVisible();
    expect(await axeFinds(stage)).toEqual([]);
    expect(await axeFinds(grace, (axe) => axe.include('main'))).toEqual([]);
  });

  await test.step('it ends with its lab, also by loading the page anew, and can still be taken away', async () => {
    await ada.reload();
    await expect(lit(stage)).toContainText('The lab has stopped.');
    await expect(lit(stage).getByText('setLocalDescription').first()).toBeVisible();
    await bar(ada).getByRole('button', { name: 'Take it away' }).press('Enter');
    await expect(lit(stage)).toHaveCount(0);
    await expect(grace.getByText('Ada would rather not.')).toBeVisible();
  });

  await test.step('it ends by going to another page, too; and what was seen goes when the instructor ends it', async () => {
    await grace.getByRole('button', { name: 'Show to the class' }).press('Enter');
    await bar(ada).getByRole('button', { name: 'Show it' }).press('Enter');
    await ada.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(lit(stage).getByText('setLocalDescription').first()).toBeVisible();
    await ada.goto('/glossary/');
    await expect(lit(stage)).toContainText('The lab has stopped.');
    await expect(bar(ada)).toContainText('The class still sees what it did.');
    await grace.getByRole('button', { name: 'End the spotlight' }).press('Enter');
    await expect(lit(stage)).toHaveCount(0);
    await expect(bar(ada)).not.toContainText('The class still sees');
  });
  for (const page of [grace, ada]) await page.context().close();
});
