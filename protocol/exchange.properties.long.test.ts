import { test } from 'vitest';
import { holdsInAnyOrder } from './exchange.properties.fixture.ts';

test('the same holds in twenty thousand histories', () => {
  holdsInAnyOrder(20_000);
});
