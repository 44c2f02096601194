import { test } from 'vitest';
import { survive } from './kill.fixture.ts';

test('killed twice while a class acts, the server has every acknowledged event, once and in order', async () => {
  await survive({ bots: 10, kills: 2, each: 60 });
});
