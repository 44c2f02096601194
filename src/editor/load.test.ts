import { expect, test } from 'vitest';
import { withNeighbours } from './load.ts';

const neighbour = (path: string) => (path === './a.ts' ? 'hand["a"]' : undefined);

test('what a version imports from a neighbour is taken out of the page, line by line', () => {
  expect(withNeighbours("import {        right } from './a.ts';\ngo();", neighbour)).toBe(
    'const  {        right } = hand["a"];\ngo();',
  );
  expect(withNeighbours("import {\n  one,\n  two as second,\n} from './a.ts';", neighbour)).toBe(
    'const  {\n  one,\n  two : second,\n} = hand["a"];',
  );
});

test('what is no neighbour stays for the browser to refuse', () => {
  const script = "import { x } from './b.ts';";
  expect(withNeighbours(script, neighbour)).toBe(script);
});
