import { takeCoverage } from 'node:v8';
import { afterAll } from 'vitest';

// Vitest ends its processes in a way in which Node says nothing of what ran.
afterAll(() => takeCoverage());
