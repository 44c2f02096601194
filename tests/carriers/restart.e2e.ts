import { test } from '@playwright/test';
import { type CallHouse, openCallHouse } from './house.ts';

let house: CallHouse;
test.beforeAll(async () => {
  house = await openCallHouse();
});
test.afterAll(() => house.close());

for (const [point, tags] of [
  ['offered', '@both'],
  ['offer heard', '@both @long'],
  ['answered', '@both'],
  ['answer heard', '@both @long'],
  ['candidate heard', '@both @long'],
] as const)
  test(`the server is killed in mid-call (${point}), and the call completes by itself ${tags}`, async ({ browser }) => {
    const restarted = house.killAt(point);
    await house.call([browser, browser], { alice: { way: 'Socket.IO' }, bob: { way: 'a bare WebSocket' } });
    await restarted;
  });
