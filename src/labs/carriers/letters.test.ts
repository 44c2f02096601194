import { expect, test } from 'vitest';
import { abridged, letters, type Mailed, textOf, type Written } from './letters.ts';

const mailed: Mailed[] = [
  { who: 'alice', what: 'offer', mail: 'a.1' },
  { who: 'alice', what: 'candidate', mail: 'a.2' },
  { who: 'alice', what: 'candidate', mail: 'a.3' },
  { who: 'bob', what: 'answer', mail: 'b.1' },
];
const find = (title: string, written: readonly Written[]) =>
  textOf(letters.find((letter) => letter.title.includes(title))!, written, mailed);

test('a message is found by its id, where it leaves and where it arrives', () => {
  const written: Written[] = [
    { who: 'alice', way: 'out', text: 'hello' },
    { who: 'alice', way: 'out', text: '{"mail":"a.10"}' },
    { who: 'alice', way: 'out', text: '{"mail":"a.1"}' },
    { who: 'alice', way: 'in', text: '{"re":"a.1"}' },
    { who: 'bob', way: 'in', text: '{"offer":{"id":"seat:a.1","mail":"a.1"}}' },
    { who: 'bob', way: 'in', text: '{"held":[{"mail":"a.2"}]}' },
  ];
  expect(find('introduces', written)).toBe('hello');
  expect(find('offer, as she', written)).toBe('{"mail":"a.1"}');
  expect(find('offer, as it', written)).toBe(written[4]!.text);
  expect(find('same candidate', written)).toBe(written[5]!.text);
  expect(find('answer, as he', written)).toBeUndefined();
});

test('of a description its first line is left, and of everything else all', () => {
  const text = JSON.stringify(['newOffer', { type: 'offer', sdp: 'v=0\r\no="x"\r\n' }, { mail: 'a.1' }]);
  expect(abridged(text)).toBe('["newOffer",{"type":"offer","sdp":"v=0\\r\\n… 18 characters"},{"mail":"a.1"}]');
});
