import { describe, expect, test } from 'vitest';
import { exchange } from '../../protocol/exchange.ts';
import { emptyRoom, type Input } from '../../protocol/room.ts';
import { type Witnessed, witness } from '../../protocol/witness.ts';
import { mistakesIn } from './mistakes.ts';

type Saying = Partial<Input> & Pick<Input, 'what'> & Record<string, unknown>;
type Line = [who: string, saying: Saying];

const sdp = (ufrag: string, direction = 'sendrecv') =>
  `v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=ice-ufrag:${ufrag}\r\na=${direction}\r\n`;
const joins = (name: string): Line => [name, { what: 'joined', name, lock: '', keeps: false }];
const offers = (who: string, offer = `${who}:1`, text = sdp(offer)): Line => [
  who,
  { what: 'offered', offer, description: { type: 'offer', sdp: text } },
];
const answers = (who: string, more: object = {}, text = sdp(who)): Line => [
  who,
  { what: 'answered', description: { type: 'answer', sdp: text }, ...more },
];
const finds = (who: string, more: object = {}, candidate: object = {}): Line => [
  who,
  {
    what: 'candidateFound',
    candidate: { candidate: 'candidate:1', sdpMid: '0', sdpMLineIndex: 0, ...candidate },
    ...more,
  },
];

/** What the server would say of these, by the server's own machine. */
function entriesOf(lines: readonly Line[]): Witnessed[] {
  let room = emptyRoom;
  return lines.flatMap(([from, saying], seq) => {
    const input = { at: seq, from, mail: `m${seq}`, ack: true, seq, ...saying } as Input & { seq: number };
    const { state, tell } = exchange(room, input);
    room = state;
    return witness(input, tell);
  });
}
const found = (...lines: Line[]) =>
  mistakesIn(entriesOf([joins('alice'), joins('bob'), ...lines])).map(({ who, kind }) => `${who}: ${kind}`);

describe('nothing is wrong with', () => {
  test.each<[string, Line[]]>([
    [
      'a call in the course’s order',
      [offers('alice'), finds('alice'), answers('bob', { caller: 'alice' }), finds('bob'), finds('alice')],
    ],
    ['a second call after the first one was answered', [offers('alice'), answers('bob'), offers('alice', 'alice:2')]],
    [
      'a second offer after the first one was withdrawn',
      [offers('alice'), ['alice', { what: 'offerWithdrawn', offer: 'alice:1' }], offers('alice', 'alice:2')],
    ],
    [
      'an early candidate that names its offer',
      [offers('alice'), finds('bob', { offer: 'alice:1' }), answers('bob', { offer: 'alice:1' })],
    ],
    [
      'a candidate that says which description it is of',
      [offers('alice'), finds('alice', {}, { usernameFragment: 'alice:1' })],
    ],
    ['saying that there are no more', [offers('alice'), ['alice', { what: 'candidateFound', candidate: null }]]],
    ['an offer of a data channel alone', [offers('alice', 'alice:1', 'v=0\r\nm=application 9 UDP/DTLS/SCTP x\r\n')]],
    [
      'a candidate that was faster than its answer, after an offer of one’s own',
      [
        offers('bob'),
        offers('alice'),
        finds('bob', {}, { usernameFragment: 'late' }),
        answers('bob', { offer: 'alice:1' }, sdp('late')),
      ],
    ],
  ])('%s', (_, lines) => {
    expect(found(...lines)).toEqual([]);
  });
});

describe('a mistake is named', () => {
  test.each<[string, Line[], string]>([
    ['a candidate before any description', [finds('alice')], 'alice: candidate-for-no-offer'],
    [
      'a candidate for an offer that is not there',
      [finds('alice', { offer: 'alice:9' })],
      'alice: candidate-for-no-offer',
    ],
    [
      'a candidate of a connection that was never described',
      [offers('alice'), finds('alice', {}, { usernameFragment: 'other' })],
      'alice: candidate-of-another-connection',
    ],
    [
      'a candidate without its section',
      [offers('alice'), finds('alice', {}, { sdpMid: null, sdpMLineIndex: undefined })],
      'alice: candidate-of-no-section',
    ],
    ['an answer when nobody has offered', [answers('bob')], 'bob: answer-to-nobody'],
    ['an answer to one’s own offer', [offers('alice'), answers('alice', { offer: 'alice:1' })], 'alice: own-offer'],
    [
      'an answer after another’s',
      [joins('carol'), offers('alice'), answers('bob'), answers('carol', { offer: 'alice:1' })],
      'carol: already-answered',
    ],
    [
      'the same answer again',
      [offers('alice'), answers('bob'), answers('bob', { offer: 'alice:1' })],
      'bob: answer-twice',
    ],
    ['an answer that waits for nothing', [offers('alice'), answers('bob', { ack: false })], 'bob: no-acknowledgement'],
    [
      'an answer that takes and gives nothing',
      [offers('alice'), answers('bob', {}, sdp('b', 'recvonly'))],
      'bob: answer-sends-nothing',
    ],
    ['another offer while one waits', [offers('alice'), offers('alice', 'alice:2')], 'alice: offer-twice'],
    ['another offer under the same id', [offers('alice'), offers('alice', 'alice:1', sdp('x'))], 'alice: offer-twice'],
    ['an offer of nothing', [offers('alice', 'alice:1', 'v=0\r\n')], 'alice: empty-offer'],
    [
      'an answer where an offer belongs',
      [['alice', { what: 'offered', offer: 'alice:1', description: { type: 'answer', sdp: sdp('a') } }]],
      'alice: wrong-type',
    ],
    [
      'the wrong password',
      [['eve', { what: 'joined', name: 'eve', lock: 'guess', keeps: false }]],
      'Somebody: wrong-password',
    ],
    [
      'a word that nobody knows',
      [['alice', { what: 'misread', message: 'newOfer', refusal: { reason: 'unknown-message', message: 'newOfer' } }]],
      'alice: unknown-message',
    ],
    [
      'a message of the wrong shape',
      [
        [
          'alice',
          { what: 'misread', message: 'newOffer', refusal: { reason: 'malformed', message: 'newOffer', where: [] } },
        ],
      ],
      'alice: malformed',
    ],
    ['whatever else is refused', [['alice', { what: 'hungUp', offer: 'x' }]], 'alice: refused'],
  ])('%s', (_, lines, mistake) => {
    expect(found(...lines)).toEqual([mistake]);
  });
});

test('a mistake that is made again is counted, and what to do is said with it', () => {
  const lines = [joins('alice'), finds('alice'), finds('alice'), finds('alice')];
  const [mistake, ...others] = mistakesIn(entriesOf(lines));
  expect(others).toEqual([]);
  expect(mistake).toMatchObject({ times: 3, at: 3, title: 'A candidate for no offer' });
  expect(mistake!.remedy).toContain('newOffer');
});

test('what the server refuses is told in the server’s own sentence', () => {
  const [mistake] = mistakesIn(entriesOf([joins('bob'), answers('bob')]));
  expect(mistake!.says).toBe('There is no such offer: it was never made, was withdrawn, or whoever made it has left.');
});

test('whatever an entry holds, nothing is thrown', () => {
  const odd = [
    undefined,
    null,
    7,
    'x',
    [],
    { from: null },
    { from: {} },
    { from: { seat: 's', name: 'n' }, candidate: 3 },
  ];
  const names = ['offer', 'answer', 'candidate', 'leave', 'hangUp', 'x'];
  const entries = odd.flatMap((body) =>
    names.flatMap((name) =>
      (['received', 'refused', 'held', 'sent'] as const).map((what) => ({
        id: name,
        at: 0,
        who: 'server',
        what,
        name,
        body,
      })),
    ),
  );
  expect(() => mistakesIn(entries)).not.toThrow();
});
