import { test } from 'vitest';
import { holdsInAnyClass } from './roster.properties.fixture.ts';

test('twice is once, who follows sees what is, and learners hear of nobody but their partners', () => {
  holdsInAnyClass(20);
});
