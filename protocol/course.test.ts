import { describe, expect, test } from 'vitest';
import { courseMessages, courseOffer, handshake, toCourseAnswer, toCourseEvent, toCourseOffer } from './course.ts';
import { candidateOf, described } from './exchange.fixture.ts';
import { limits } from './limits.ts';
import { done, refuse } from './refusal.ts';

const offer = { id: 'a1:x', mail: 'm1', from: { seat: 'a1', name: 'alice' }, description: described('offer') };

describe('who connects', () => {
  test.each([
    ['the course', { userName: 'Rob-1', password: 'x' }, { name: 'Rob-1', password: 'x', room: 'lobby' }],
    ['its notes', { username: 'Rob-1', password: 'x' }, { name: 'Rob-1', password: 'x', room: 'lobby' }],
    ['both at once', { userName: 'a', username: 'b' }, { name: 'a' }],
    ['no name', { password: 'x' }, { name: '' }],
    ['a name that was not typed in', { userName: null, password: 'x' }, { name: '' }],
    [
      'ours',
      { userName: 'a', room: ' maths ', seat: '', heard: 3 },
      { room: 'maths', seat: '', heard: 3, watch: false },
    ],
  ])('%s', (_, auth, hello) => {
    expect(handshake.parse(auth)).toMatchObject(hello);
  });

  test.each([
    ['a name that is none', { userName: 7 }],
    ['a password that is none', { password: { length: 1 } }],
    ['a room without a name', { room: ' ' }],
    ['a room with a very long one', { room: 'x'.repeat(limits.room + 1) }],
    ['a token without end', { seat: 'x'.repeat(limits.token + 1) }],
    ['a number that is none', { heard: -1 }],
  ])('%s is not understood', (_, auth) => {
    expect(handshake.safeParse(auth).success).toBe(false);
  });
});

describe('an offer', () => {
  test('as others see it has both spellings, and whatever reads it reads the same', () => {
    const seen = toCourseOffer(offer);
    expect(seen).toEqual({
      offerId: 'a1:x',
      offererSeat: 'a1',
      mail: 'm1',
      to: undefined,
      offererUserName: 'alice',
      offerUserName: 'alice',
      offer: described('offer'),
      offerIceCandidates: [],
      offererIceCandidates: [],
      answererUserName: null,
      answerUserName: null,
      answer: null,
      answererIceCandidates: [],
      answerIceCandidates: [],
    });
    expect(courseOffer.safeParse(seen).success).toBe(true);
  });

  test('that was answered says by whom, in both spellings', () => {
    const by = { seat: 'b1', name: 'bob' };
    const answer = described('answer');
    const [event, payload, ours] = toCourseEvent({ what: 'answered', mail: 'm2', offer, by, answer });
    expect(event).toBe('answerResponse');
    expect(payload).toMatchObject({ offerId: 'a1:x', answer, answererUserName: 'bob', answerUserName: 'bob' });
    expect(ours).toEqual({ mail: 'm2', by });
  });

  test.each([
    ['the whole object with an answer in it', toCourseOffer(offer), { offer: 'a1:x', caller: 'alice' }],
    ['an object that somebody built anew', { offererUserName: 'alice' }, { offer: undefined, caller: 'alice' }],
    ['the same in the other spelling', { offerUserName: 'alice' }, { offer: undefined, caller: 'alice' }],
    ['nothing but the answer', {}, { offer: undefined, caller: undefined }],
  ])('is answered with %s', (_, object, meant) => {
    const answer = described('answer');
    expect(courseMessages.newAnswer({ ...object, answer })).toEqual({
      what: 'answer',
      mail: undefined,
      description: answer,
      ...meant,
    });
  });
});

describe('a message that cannot be read says where', () => {
  test.each([
    ['newOffer', undefined, []],
    ['newOffer', 'v=0', []],
    ['newOffer', { type: 'offer' }, ['sdp']],
    ['newOffer', { type: 'ofer', sdp: '' }, ['type', 'sdp']],
    ['newOffer', { type: 'offer', sdp: 'x'.repeat(limits.description + 1) }, ['sdp']],
    ['newAnswer', { answer: null }, ['answer']],
    ['newAnswer', { answer: { type: 'answer' } }, ['answer.sdp']],
    ['newAnswer', { offerId: '<script>', answer: described('answer') }, ['offerId']],
    ['sendIceCandidateToSignalingServer', {}, ['iceCandidate']],
    ['sendIceCandidateToSignalingServer', { iceCandidate: { candidate: 7 } }, ['iceCandidate.candidate']],
    ['hangUp', {}, ['offer']],
  ] as const)('%s with %j', (event, payload, where) => {
    expect(courseMessages[event](payload)).toEqual({ reason: 'malformed', message: event, where });
  });

  test('neither can what stands beside it', () => {
    expect(courseMessages.newOffer(described('offer'), { mail: { $gt: '' } })).toMatchObject({ where: ['mail'] });
  });
});

test('a candidate claims neither name nor role', () => {
  const iceCandidate = candidateOf('1', 'abcd');
  const said = { iceCandidate, iceUserName: 'somebody else', didIOffer: true };
  expect(courseMessages.sendIceCandidateToSignalingServer(said)).toEqual({
    what: 'candidate',
    mail: undefined,
    offer: undefined,
    candidate: iceCandidate,
  });
});

test('a candidate arrives as bare as in the course', () => {
  const found = {
    what: 'candidateFound',
    mail: 'm',
    offer: 'a1:x',
    from: offer.from,
    candidate: candidateOf('1'),
  } as const;
  expect(toCourseEvent(found)).toEqual([
    'receivedIceCandidateFromServer',
    candidateOf('1'),
    { mail: 'm', offer: 'a1:x', from: offer.from },
  ]);
});

test('the acknowledgement of an answer is the candidates so far, and any other is the reply', () => {
  const candidates = [{ mail: 'm7', candidate: candidateOf('1') }];
  expect(toCourseAnswer(done({ offer: 'a1:x', candidates }))).toEqual([
    [candidateOf('1')],
    { offer: 'a1:x', mails: ['m7'] },
  ]);
  expect(toCourseAnswer(done({ offer: 'a1:x' }))).toEqual([{ ok: true, value: { offer: 'a1:x' } }]);
  const refused = refuse({ reason: 'own-offer' });
  expect(toCourseAnswer(refused)).toEqual([refused]);
});
