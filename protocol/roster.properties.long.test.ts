import { test } from 'vitest';
import { holdsInAnyClass } from './roster.properties.fixture.ts';

test('the same holds in five thousand classes', () => {
  holdsInAnyClass(5_000);
});
