import { expect, test } from 'vitest';
import { region } from './region.ts';

const source = `import { a } from './a.ts';

// #region call
export async function call() {
  // #region offer
  const offer = await a.createOffer();

  // #region local
  await a.setLocalDescription(offer);
  // #endregion local
  // #endregion offer
}
// #endregion call

// #region open
// #region twice
// #endregion twice
// #region twice
// #endregion twice
// #endregion backwards
// #region backwards
// #region shut-twice
// #endregion shut-twice
// #endregion shut-twice
// #region empty

// #endregion empty
`;

const quoted = (name?: string) =>
  region(source, 'src/labs/x/x.ts', name).map(({ number, text }) => `${number} ${text}`);

test('a region is the lines between its markers, under their true numbers', () => {
  expect(quoted('local')).toEqual(['9 await a.setLocalDescription(offer);']);
});

test('markers of regions within are not shown, and the numbers stay true', () => {
  expect(quoted('call')).toEqual([
    '4 export async function call() {',
    '6   const offer = await a.createOffer();',
    '7 ',
    '9   await a.setLocalDescription(offer);',
    '12 }',
  ]);
});

test('what is indented as a whole is moved to the margin', () => {
  expect(quoted('offer')).toEqual([
    '6 const offer = await a.createOffer();',
    '7 ',
    '9 await a.setLocalDescription(offer);',
  ]);
});

test('no region is the whole file, without its markers and without blank ends', () => {
  const whole = quoted();
  expect(whole[0]).toBe("1 import { a } from './a.ts';");
  expect(whole.at(-1)).toBe('12 }');
});

test('an empty region has no lines', () => {
  expect(quoted('empty')).toEqual([]);
});

test('lines that end as on Windows are lines like others', () => {
  expect(region('// #region a\r\n  b();\r\n// #endregion a\r\n', 'w.ts', 'a')).toEqual([{ number: 2, text: 'b();' }]);
});

test.each([
  ['gone', 'there is no region "gone"'],
  ['open', 'the region "open" is never closed'],
  ['twice', 'the region "twice" is there more than once'],
  ['backwards', 'the region "backwards" is closed before it begins'],
  ['shut-twice', 'the region "shut-twice" is closed more than once'],
])('"%s" throws: %s', (name, problem) => {
  expect(() => quoted(name)).toThrow(
    `src/labs/x/x.ts: ${problem}. Its regions are: call, offer, local, open, twice, backwards, shut-twice, empty.`,
  );
});

test('a file without regions says so', () => {
  expect(() => region('a();', 'src/a.ts', 'b')).toThrow('src/a.ts: there is no region "b". It has no regions.');
});
