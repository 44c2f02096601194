import { describe, test } from 'vitest';
import { survives } from './accidents.ts';
import { carriers } from './two-of-them.ts';

describe.each(Object.entries(carriers))('a server that is restarted, over %s', (_, carrier) => {
  test('a call completes whatever happens, and whenever', () => survives(carrier, 15), 60_000);
});
