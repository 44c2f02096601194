import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from './limits.ts';
import { cleanName, freeName } from './names.ts';

describe('a name is cleaned', () => {
  test.each([
    ['an ordinary one stays', 'Rob-81234', 'Rob-81234'],
    ['accents and other alphabets stay', 'Zoë Þórr 李小龍 عمر नमस्ते', 'Zoë Þórr 李小龍 عمر नमस्ते'],
    ['emoji stay', 'Ada 👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿❤️', 'Ada 👩🏽‍🚀👨‍👩‍👧‍👦🏴❤️'],
    ['one line, single spaces', '  a \r\n\t b\u2028c  ', 'a b c'],
    ['controls go', 'a\u0000b\u0007c\u001b[31m', 'abc[31m'],
    ['what turns the direction goes', '\u202egnp.\u2066a\u2069', 'gnp.a'],
    ['what cannot be seen goes', 'a\u200bl\u200ci\u200dc\ufeffe\u00ad\u3164\u2800', 'alice'],
    ['half a character goes', 'a\ud800b', 'ab'],
    ['a flood of marks ends', `q${'\u0323'.repeat(500)}o`, `q${'\u0323'.repeat(4)}o`],
    ['a mark needs something to stand on', '\u0301\u0301abc', 'abc'],
    ['parts become one letter', 'e\u0301', 'é'],
    ['nothing is a guest', '', 'guest'],
    ['nothing that can be seen is a guest', ' \u200b\u202e\u0301 ', 'guest'],
    ['markup is only text', '<b>x</b>', '<b>x</b>'],
  ])('%s', (_, said, name) => {
    expect(cleanName(said)).toBe(name);
  });

  test('it has so many letters, however many characters those are', () => {
    expect(cleanName('👍🏽'.repeat(100))).toBe('👍🏽'.repeat(limits.name));
    expect(cleanName('a'.repeat(100_000))).toBe('a'.repeat(limits.name));
  });

  test('a letter is no hiding place for hundreds of others', () => {
    const chain = Array.from({ length: 300 }, () => '👩').join('\u200d');
    expect(cleanName(chain).length).toBeLessThan(40);
  });

  test('cleaning what is clean changes nothing', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(anything, (said) => {
        const name = cleanName(said);
        expect(cleanName(name)).toBe(name);
        expect(name).not.toMatch(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u);
        expect(name.length).toBeLessThanOrEqual(limits.nameLength);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a name that is taken', () => {
  test.each([
    ['alice', [], 'alice'],
    ['alice', ['bob'], 'alice'],
    ['alice', ['alice'], 'alice 2'],
    ['alice', ['alice', 'alice 2'], 'alice 3'],
    ['alice', ['alice', 'alice 3'], 'alice 2'],
    ['Alice', ['aLICE'], 'Alice 2'],
    ['ﬁx', ['fix'], 'ﬁx 2'],
  ])('%s beside %j is %s', (name, taken, free) => {
    expect(freeName(name, taken)).toBe(free);
  });
});
