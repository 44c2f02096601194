import { expect, test } from 'vitest';
import { explain } from './install.js';

test.each([
  ['no internet', 'npm error code EAI_AGAIN\nnpm error syscall getaddrinfo', /connect to the internet once/],
  ['a registry that is not there', 'npm error code ECONNREFUSED', /connect to the internet once/],
  ['a full disk', 'npm error code ENOSPC', /Type "npm ci" to see why in full; it ended with:\nnpm error code ENOSPC/],
])('%s is told for what it is', (_, said, sentence) => {
  expect(explain(said)).toMatch(sentence);
});
