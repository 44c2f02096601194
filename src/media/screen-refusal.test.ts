import { expect, test } from 'vitest';
import { explainScreenRefusal } from './screen-refusal.ts';

const refusal = (name: string) => Object.assign(new Error('as the browser says it'), { name });
const explain = (name: string, more = {}) => explainScreenRefusal(refusal(name), { available: true, ...more });

test.each(['NotAllowedError', 'InvalidStateError', 'NotFoundError', 'NotReadableError', 'TypeError'])(
  'a screen that is refused with %s is told of in words of its own, beside the browser’s',
  (name) => {
    const explained = explain(name);
    expect(explained).toMatchObject({ name, said: 'as the browser says it' });
    expect(explained.meaning).not.toBe(explain('SomethingElse').meaning);
  },
);

test('a browser without getDisplayMedia is told of as such, whatever the error was called', () => {
  expect(explain('TypeError', { available: false }).meaning).toContain('no getDisplayMedia');
});

test('a frame that may not share is told of its policy', () => {
  expect(explain('NotAllowedError', { permitted: false }).remedy).toContain('display-capture');
  expect(explain('NotAllowedError').remedy).toContain('privacy settings');
});
