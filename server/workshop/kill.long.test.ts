import { test } from 'vitest';
import { survive } from './kill.fixture.ts';

test('killed twenty times while two hundred act, the server has every acknowledged event, once and in order', async () => {
  await survive({ bots: 200, kills: 20, each: 150 });
});
