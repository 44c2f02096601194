import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { plain } from './plain.ts';
import { watchProxies } from './proxies.ts';

const { Proxy: nativeProxy } = globalThis;
const { revocable } = nativeProxy;

/** As in a page whose proxies are known. */
function knowProxies() {
  watchProxies(globalThis);
  onTestFinished(() => {
    Object.assign(globalThis, { Proxy: nativeProxy });
    Object.assign(nativeProxy, { revocable });
  });
}

class Point {
  x = 1;
  get y() {
    return 2;
  }
}

test.each<[string, unknown, unknown]>([
  ['text', 'hello', 'hello'],
  ['nothing', null, null],
  ['members and items', { a: [1, { b: true }] }, { a: [1, { b: true }] }],
  ['a member without a value is left out', { a: undefined, b: 1 }, { b: 1 }],
  ['an item without a value keeps its place', [undefined, 1], [{ notCopied: 'undefined' }, 1]],
  ['a hole keeps its place', Object.assign(new Array(2), { 1: 1 }), [{ notCopied: 'undefined' }, 1]],
  ['what JSON has no number for', [Number.NaN, -Infinity, -0], [{ notCopied: 'NaN' }, { notCopied: '-Infinity' }, 0]],
  ['functions', { callback() {} }, { callback: { notCopied: 'function' } }],
  ['symbols and big integers', [Symbol('a'), 1n], [{ notCopied: 'symbol' }, { notCopied: 'bigint' }]],
  ['a class of the page’s own', new Point(), { x: 1 }],
  ['an object of nothing', Object.assign(Object.create(null), { a: 1 }), { a: 1 }],
  [
    'other objects of the browser by their names',
    [new Map(), new AbortController()],
    [{ notCopied: 'Map' }, { notCopied: 'AbortController' }],
  ],
  ['an error', new RangeError('too far'), { name: 'RangeError', message: 'too far' }],
  ['an exception', new DOMException('no', 'NotAllowedError'), { name: 'NotAllowedError', message: 'no' }],
  [
    'an exception that says more',
    Object.assign(new DOMException('', 'OverconstrainedError'), { constraint: 'width' }),
    {
      name: 'OverconstrainedError',
      message: '',
      constraint: 'width',
    },
  ],
  ['bytes', new Uint8Array([1, 254]), { bytes: 2, preview: '0x01fe' }],
])('%s', (_, value, copy) => {
  expect(plain(value)).toEqual(copy);
});

test('a copy stays as it was', () => {
  const live = { state: 'new', list: [1] };
  const copy = plain(live);
  live.state = 'closed';
  live.list.push(2);
  expect(copy).toEqual({ state: 'new', list: [1] });
});

test('a member called __proto__ is a member', () => {
  const copy = plain(JSON.parse('{ "__proto__": { "polluted": true } }')) as object;
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(Object.keys(copy)).toEqual(['__proto__']);
});

describe('nothing of the page is run', () => {
  const never = (): never => {
    throw new Error('run');
  };

  test.each<[string, unknown, unknown]>([
    [
      'getters',
      {
        a: 1,
        get b() {
          return never();
        },
      },
      { a: 1, b: { notCopied: 'getter' } },
    ],
    [
      'toJSON and toString',
      { toJSON: never, toString: never },
      {
        toJSON: { notCopied: 'function' },
        toString: { notCopied: 'function' },
      },
    ],
    [
      'a getter for the tag',
      {
        get [Symbol.toStringTag]() {
          return never();
        },
        a: 1,
      },
      { a: 1 },
    ],
    ['iterators', Object.assign([1], { [Symbol.iterator]: never }), [1]],
    [
      'an error that makes its message up',
      Object.defineProperty(new Error(), 'message', { get: never }),
      {
        name: 'Error',
        message: { notCopied: 'getter' },
      },
    ],
  ])('%s', (_, value, copy) => {
    expect(plain(value)).toEqual(copy);
  });

  test('proxies, wherever they are', () => {
    knowProxies();
    const traps = new nativeProxy({}, { get: never });
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const value = [new Proxy({}, traps), new Proxy([], traps), proxy, Object.create(new Proxy({}, traps))];
    expect(plain(value)).toEqual([{ notCopied: 'Proxy' }, { notCopied: 'Proxy' }, { notCopied: 'Proxy' }, {}]);
  });
});

describe('a copy is bounded', () => {
  test('in a circle', () => {
    const circle: Record<string, unknown> = { name: 'circle' };
    circle.inside = { circle };
    expect(plain(circle)).toEqual({ name: 'circle', inside: { circle: { notCopied: 'itself, again' } } });
  });

  test('the same object twice is no circle', () => {
    const twice = { a: 1 };
    expect(plain([twice, twice])).toEqual([twice, twice]);
  });

  test('in depth, breadth and length', () => {
    let deep: object = {};
    for (let depth = 0; depth < 100_000; depth++) deep = { deep };
    expect(JSON.stringify(plain(deep))).toMatch(/^(\{"deep":){12}\{"notCopied":"too deep"\}\}{12}$/);
    const wide = plain(Array.from({ length: 1_000_000 }, (_, index) => index)) as unknown[];
    expect(wide.length).toBeLessThan(10_001);
    expect(wide.at(-1)).toEqual({ notCopied: expect.stringMatching(/^99\d{4} more$/) });
    expect(plain('x'.repeat(1_000_000))).toHaveLength(100_001);
  });
});

test('whatever is copied comes back from JSON as it was', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    withTypedArray: true,
    withNullPrototype: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      const copy = plain(value);
      expect(JSON.parse(JSON.stringify(copy))).toStrictEqual(copy);
    }),
  );
});
