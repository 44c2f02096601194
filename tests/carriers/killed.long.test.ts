import { test } from 'vitest';
import { survives } from './accidents.ts';
import { carriers, killable } from './two-of-them.ts';

test.each(Object.entries(carriers))(
  'over %s a call completes though the server is killed at any moment',
  (_, carrier) => survives(carrier, 25, killable),
);
