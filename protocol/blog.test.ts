import { describe, expect, test } from 'vitest';
import { readBlogMessage, readBlogNews, readQuery, toBlogMessage, toBlogNews, toQuery } from './blog.ts';
import { candidateOf, described } from './exchange.fixture.ts';
import type { News, Request } from './messages.ts';

const alice = { seat: 'a1', name: 'alice' };
const bob = { seat: 'b1', name: 'bob' };
const offer = { id: 'a1:x', mail: 'm1', from: alice, to: 'b1', description: described('offer') };
const candidate = candidateOf('1', 'abcd');

describe('what a client asks', () => {
  const requests: Request[] = [
    { what: 'offer', mail: 'm1', id: 'a1:x', to: 'b1', description: described('offer') },
    { what: 'answer', mail: 'm1', offer: 'a1:x', description: described('answer') },
    { what: 'candidate', mail: 'm1', offer: 'a1:x', candidate },
    { what: 'candidate', mail: 'm1', offer: 'a1:x', candidate: null },
    { what: 'collect', mail: 'm1', offer: 'a1:x' },
    { what: 'withdraw', mail: 'm1', offer: 'a1:x' },
    { what: 'hangUp', mail: 'm1', offer: 'a1:x' },
    { what: 'leave', mail: 'm1' },
  ];
  test.each(requests)('$what arrives as it was meant', (request) => {
    expect(readBlogMessage(JSON.stringify(toBlogMessage(request)))).toMatchObject({ mail: 'm1', request });
  });

  test.each([
    ['an offer', { message_type: 'SDP', content: described('offer') }, 'offer'],
    ['an answer', { message_type: 'SDP', content: described('answer') }, 'answer'],
    ['a candidate', { message_type: 'CANDIDATE', content: candidate }, 'candidate'],
    ['that there are no more', { message_type: 'CANDIDATE', content: null }, 'candidate'],
    [
      'a candidate, with what the series adds later',
      { message_type: 'CANDIDATE', content: candidate, code: 'tea' },
      'candidate',
    ],
  ])('the blog series says %s, and nothing else', (_, message, what) => {
    const said = readBlogMessage(JSON.stringify(message));
    expect(said).toMatchObject({ type: message.message_type, request: { what } });
    expect(said.mail).toBeUndefined();
  });
});

describe('what a client is told', () => {
  const told: News[] = [
    { what: 'offerWaiting', offer },
    { what: 'answered', mail: 'm2', offer, by: bob, answer: described('answer') },
    { what: 'candidateFound', mail: 'm3', offer: 'a1:x', from: bob, candidate },
    { what: 'candidateFound', mail: 'm3', offer: 'a1:x', from: bob, candidate: null },
    { what: 'offerWithdrawn', offer: 'a1:x', why: 'answered' },
    { what: 'hungUp', mail: 'm4', offer: 'a1:x', by: bob },
    { what: 'peerJoined', peer: bob },
    { what: 'peerLeft', peer: bob },
  ];
  test.each(told)('$what arrives as it was meant', (news) => {
    const message = JSON.parse(JSON.stringify({ ...toBlogNews(news), nr: 7 }));
    expect(readBlogNews(message)).toEqual(news);
  });

  test('what the blog series knows stands where it looks for it', () => {
    expect(told.slice(0, 4).map(toBlogNews)).toMatchObject([
      { message_type: 'SDP', content: described('offer') },
      { message_type: 'SDP', content: described('answer') },
      { message_type: 'CANDIDATE', content: candidate },
      { message_type: 'CANDIDATE', content: null },
    ]);
  });

  test.each([{}, { message_type: 'WELCOME', content: {} }, { message_type: 'SDP' }, { message_type: 'toString' }])(
    'what is no news is none: %j',
    (message) => {
      expect(readBlogNews(message)).toBeUndefined();
    },
  );
});

describe('an introduction in an address', () => {
  test('arrives as it was meant', () => {
    const hello = { name: 'Ana & Co', password: 'x=y', seat: 'a.b', heard: 3, watch: true };
    expect(readQuery('tea', new URLSearchParams(toQuery(hello)))).toEqual({ read: { room: 'tea', ...hello } });
  });

  test('nothing need be said, and nobody else’s room can be', () => {
    const stranger = new URLSearchParams('_pk=1&room=other&__proto__=1');
    const read = { room: 'tea', name: '', password: '', watch: false };
    expect(readQuery('tea', stranger)).toEqual({ read });
  });
});
