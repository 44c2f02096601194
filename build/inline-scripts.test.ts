import { expect, test } from 'vitest';
import { inlineScripts } from './inline-scripts.ts';

test.each([
  ['a script in the page', '<p>a</p><script>alert(1)</script>'],
  ['a module in the page', '<script type="module">import "/a.js"</script>'],
  ['rules that the browser acts on', '<script type="speculationrules">{"prefetch":[]}</script>'],
  ['a handler', '<button type="button" onclick="go()">Go</button>'],
  ['an address that is a script', '<a href="javascript:go()">Go</a>'],
])('%s is found', (_, html) => {
  expect(inlineScripts(html)).toHaveLength(1);
});

test.each([
  ['a script in a file', '<script type="module" src="/_astro/a.js"></script>'],
  ['data', '<script type="application/json">{"on":"alert(1)"}</script>'],
  ['quoted code', '<pre>&lt;script>alert(1)&lt;/script></pre>'],
  ['a comment', '<!-- <script>alert(1)</script> -->'],
  ['prose about handlers', '<p title="set onclick = go">peer.onicecandidate = send</p>'],
])('%s is not', (_, html) => {
  expect(inlineScripts(html)).toEqual([]);
});
