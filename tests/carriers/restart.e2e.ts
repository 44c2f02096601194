import { test } from '@playwright/test';
import { type CallHouse, openCallHouse } from './house.ts';

let house: CallHouse;
test.beforeAll(async () => {
  house = await openCallHouse();
});
test.afterAll(() => house.close());

for (const point of ['offered', 'offer heard', 'answered', 'answer heard', 'candidate heard'] as const)
  test(`the server is killed in mid-call (${point}), and the call completes by itself @both`, async ({ browser }) => {
    const restarted = house.killAt(point);
    await house.call([browser, browser], { alice: { way: 'Socket.IO' }, bob: { way: 'a bare WebSocket' } });
    await restarted;
  });
