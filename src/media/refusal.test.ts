import { expect, test } from 'vitest';
import { explainRefusal } from './refusal.ts';

const refusal = (name: string, more = {}) => Object.assign(new Error('as the browser says it'), { name }, more);

test.each([
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'AbortError',
  'OverconstrainedError',
  'SecurityError',
  'TypeError',
])('%s keeps its name and the browser’s words, and comes with a meaning and a remedy of its own', (name) => {
  const explained = explainRefusal(refusal(name), { devices: true });
  const unknown = explainRefusal(refusal('SomethingElse'), { devices: true });
  expect(explained).toMatchObject({ name, said: 'as the browser says it' });
  expect(explained.meaning).not.toBe(unknown.meaning);
  expect(explained.remedy).not.toBe(unknown.remedy);
});

test('a document that no permission can help is told of the policy, not of its reader', () => {
  const denied = refusal('NotAllowedError');
  expect(explainRefusal(denied, { devices: true, permitted: false }).remedy).toContain('iframe');
  expect(explainRefusal(denied, { devices: true, permitted: true }).remedy).toContain('site settings');
});

test('a TypeError where there are no devices is about HTTPS, elsewhere about the question', () => {
  expect(explainRefusal(refusal('TypeError'), { devices: false }).remedy).toContain('HTTPS');
  expect(explainRefusal(refusal('TypeError'), { devices: true }).remedy).toContain('audio');
});

test('the constraint that could not be met is named', () => {
  const { meaning } = explainRefusal(refusal('OverconstrainedError', { constraint: 'width' }), { devices: true });
  expect(meaning).toContain('width');
});
