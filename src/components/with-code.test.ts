import { expect, test } from 'vitest';
import { withCode } from './with-code.ts';

test.each([
  ['call `stop()` on it', 'call <code>stop()</code> on it'],
  ['`a` and `b<c>`', '<code>a</code> and <code>b&lt;c&gt;</code>'],
  ['<b> & "you"', '&lt;b&gt; &amp; &quot;you&quot;'],
  ['one ` alone', 'one ` alone'],
])('%s', (text, html) => {
  expect(withCode(text)).toBe(html);
});
