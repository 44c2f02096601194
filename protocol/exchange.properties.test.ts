import { test } from 'vitest';
import { holdsInAnyOrder } from './exchange.properties.fixture.ts';

test('nobody hears what is not theirs, nothing overtakes its description, nothing is told twice', () => {
  holdsInAnyOrder(400);
});
