import { expect, type Page, test } from '@playwright/test';
import { axeFinds } from '../../tests/axe.ts';
import { courseProgram, described } from './course-program.fixture.ts';

type Program = Awaited<ReturnType<typeof courseProgram>>;

let rooms = 0;
const newRoom = () => `watched-${process.pid}-${Date.now()}-${++rooms}`;

/** Two learners' programs in a room of their own. */
async function twoPrograms(baseURL: string, room: string) {
  const [alice, bob] = [await courseProgram(baseURL, 'Rob-1', room), await courseProgram(baseURL, 'Rob-2', room)];
  return {
    alice,
    bob,
    close() {
      alice.close();
      bob.close();
    },
  };
}

const watching = (page: Page) => page.getByRole('status').filter({ hasText: 'live and from the beginning' });
const mistake = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

test('before anybody has come the page says how to come, and then draws what they say @both', async ({
  page,
  baseURL,
}) => {
  const room = newRoom();
  await page.goto(`/watch/?room=${room}`);
  await expect(watching(page)).toContainText(`the room “${room}”`);
  await expect(page.getByText('Nothing has been said in this room yet.')).toBeVisible();
  await expect(page.locator('pre')).toContainText(`io.connect('${baseURL}'`);

  const { alice, bob, close } = await twoPrograms(baseURL!, room);
  alice.calls();
  alice.finds();
  await bob.answers(await bob.offer());
  bob.finds();
  const picture = page.getByRole('region', { name: 'Sequence' });
  await expect(picture.getByRole('treeitem').filter({ hasText: 'answer' })).toHaveCount(2);
  await expect(page.getByRole('heading', { name: 'No mistakes so far' })).toBeVisible();
  for (const name of ['Rob-1', 'server', 'Rob-2'])
    await expect(picture.locator(`[data-who="${name}"] .name`)).toBeVisible();

  // Whoever comes late sees the same, from the beginning.
  const late = await page.context().newPage();
  await late.goto(`/watch/?room=${room}`);
  await expect(late.getByRole('treeitem').filter({ hasText: 'answer' })).toHaveCount(2);
  await expect(late.getByRole('treeitem').first()).toContainText('join');
  close();
});

const mistakes: [title: string, make: (alice: Program, bob: Program) => unknown][] = [
  ['A candidate for no offer', (alice) => alice.finds()],
  ['An answer to nobody', (_, bob) => bob.answers({ offererUserName: 'Rob-1' })],
  [
    'An offer twice',
    (alice) => {
      alice.calls();
      alice.calls();
    },
  ],
  [
    'An acknowledgement never asked for',
    async (alice, bob) => {
      alice.calls();
      bob.answers(await bob.offer(), { isAsked: false });
    },
  ],
  ['A description of the wrong type', (alice) => alice.emit('newOffer', { type: 'answer', sdp: described('x') })],
  [
    'An answer twice',
    async (alice, bob) => {
      alice.calls();
      await bob.answers(await bob.offer());
      await bob.answers(await bob.offer());
    },
  ],
  [
    'An answer that sends nothing',
    async (alice, bob) => {
      alice.calls();
      await bob.answers(await bob.offer(), { sdp: described('b', 'recvonly') });
    },
  ],
  [
    'A candidate of another connection',
    (alice) => {
      alice.calls();
      alice.finds({ usernameFragment: 'other' });
    },
  ],
  ['A candidate of no section', (alice) => alice.finds({ sdpMid: null, sdpMLineIndex: null })],
  ['An offer with nothing in it', (alice) => alice.calls('v=0\r\n')],
  ['A message that nobody knows', (alice) => alice.emit('newOfer', {})],
  ['A message that cannot be read', (alice) => alice.emit('newOffer', 'v=0')],
];

for (const [title, make] of mistakes) {
  test(`${title[0]!.toLowerCase()}${title.slice(1)} is named as it happens, with what to do`, async ({
    page,
    baseURL,
  }) => {
    const room = newRoom();
    await page.goto(`/watch/?room=${room}`);
    await expect(watching(page)).toBeVisible();
    const { alice, bob, close } = await twoPrograms(baseURL!, room);
    await make(alice, bob);
    await expect(mistake(page, title)).toContainText('What to do:');
    close();
  });
}

test('what concerns one of them can be drawn alone', async ({ page, baseURL }) => {
  const room = newRoom();
  const { alice, close } = await twoPrograms(baseURL!, room);
  alice.emit('newOfer', {});
  await page.goto(`/watch/?room=${room}`);
  await expect(page.getByRole('treeitem').filter({ hasText: 'newOfer' })).toBeVisible();
  await page.getByLabel('Draw what concerns').selectOption('Rob-2');
  await expect(page.getByRole('treeitem')).toHaveCount(2);
  close();
});

test('a room with a password asks for it', async ({ page, baseURL }) => {
  const room = newRoom();
  const { io } = await import('socket.io-client');
  const socket = io(baseURL!, { auth: { userName: 'Rob-1', room, password: 'secret' }, forceNew: true });
  await new Promise((come) => socket.once('welcome', come));
  await page.goto(`/watch/?room=${room}`);
  await expect(page.getByRole('status').filter({ hasText: 'not the password of this room' })).toBeVisible();
  await page.getByLabel('Password').fill('secret');
  await page.getByRole('button', { name: 'Watch' }).click();
  await expect(watching(page)).toContainText('Rob-1');
  socket.close();
});

test('the form leads to another room and back, and the address says which', async ({ page }) => {
  const room = newRoom();
  await page.goto('/');
  await page.getByRole('link', { name: 'Your code' }).first().click();
  await expect(watching(page)).toContainText('the lobby');
  await page.getByLabel('Room').fill(room);
  await page.keyboard.press('Enter');
  await expect(watching(page)).toContainText(room);
  await expect(page).toHaveURL(new RegExp(`room=${room}`));
  await page.goBack();
  await expect(watching(page)).toContainText('the lobby');
});

test('axe finds nothing once there is something to see, in the light and in the dark', async ({ browser, baseURL }) => {
  const room = newRoom();
  const { alice, bob, close } = await twoPrograms(baseURL!, room);
  alice.finds();
  alice.finds();
  await bob.answers({ offererUserName: 'nobody' });
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ baseURL, colorScheme });
    const page = await context.newPage();
    await page.goto(`/watch/?room=${room}`);
    await expect(mistake(page, 'A candidate for no offer')).toContainText('2 times');
    await expect(mistake(page, 'An answer to nobody')).toBeVisible();
    expect(await axeFinds(page), colorScheme).toEqual([]);
    await context.close();
  }
  close();
});
