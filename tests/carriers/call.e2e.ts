import { type Browser, expect, type LaunchOptions, test } from '@playwright/test';
import { type CallHouse, type CallSide, firefoxToo, launch, openCallHouse, talk } from './house.ts';
import type { Way } from './peer.ts';

let house: CallHouse;
test.beforeAll(async () => {
  house = await openCallHouse();
});
test.afterAll(() => house.close());

const overAServer: Way[] = ['Socket.IO', 'a bare WebSocket', 'a party'];

for (const way of overAServer)
  test(`two pages call each other over ${way}, and see each other @both`, async ({ browser }) => {
    const side = { way, withVideo: true };
    await house.call([browser, browser], { alice: side, bob: side });
  });

for (const [alice, bob] of [overAServer, overAServer.slice(1), ['a party', 'Socket.IO'] as const])
  test(`from ${alice} to ${bob}: a room is one room, however one came into it`, async ({ browser }) => {
    await house.call([browser, browser], { alice: { way: alice! }, bob: { way: bob! } });
  });

test('both sides of a call in one page need no server between them @both', async ({ browser }) => {
  const page = await house.pagesOf(browser).alice;
  const side = { way: 'this page', room: 'here' } as const;
  const [alice, bob] = await Promise.all([
    talk(page, { ...side, name: 'alice' }),
    talk(page, { ...side, name: 'bob' }),
  ]);
  expect([alice.heard, bob.heard]).toEqual(['hello from bob', 'hello from alice']);
});

test.describe('from one browser to the other', () => {
  let other: Browser;
  test.beforeAll(async () => {
    other = await firefoxToo();
  });

  for (const way of overAServer)
    test(`over ${way}`, async ({ browser }) => {
      const side = { way, withVideo: true };
      await house.call([browser, other], { alice: side, bob: side });
    });

  test('and back, each by another carrier', async ({ browser }) => {
    await house.call([other, browser], { alice: { way: 'a bare WebSocket' }, bob: { way: 'Socket.IO' } });
  });
});

// Without permission to use a camera a browser hides its addresses behind names, and many networks resolve none.
const withoutPermission = {
  chromium: ({ args = [], ...rest }: LaunchOptions): LaunchOptions => ({
    ...rest,
    args: args.filter((arg) => !arg.startsWith('--use-fake')),
  }),
  firefox: ({ firefoxUserPrefs, ...rest }: LaunchOptions): LaunchOptions => ({
    ...rest,
    firefoxUserPrefs: {
      ...firefoxUserPrefs,
      'media.navigator.permission.disabled': false,
      'media.peerconnection.ice.obfuscate_host_addresses': true,
    },
  }),
};

for (const name of ['chromium', 'firefox'] as const)
  test(`data alone finds its way in ${name} where no name resolves and no camera was allowed`, async () => {
    const browser = await launch(name, withoutPermission[name]);
    const side: CallSide = { way: 'Socket.IO', withoutNames: true };
    const outcomes = await house.call([browser, browser], { alice: side, bob: side });
    // Whoever is knocked at before an answer of the server has come looks no further: one of the two may have said nothing.
    expect(new Set(outcomes.flatMap(({ said }) => said))).toEqual(new Set(['srflx']));
    await browser.close();
  });
