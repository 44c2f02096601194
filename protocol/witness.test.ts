import { expect, test } from 'vitest';
import { candidateOf, described, type Saying } from './exchange.fixture.ts';
import { exchange } from './exchange.ts';
import { limits } from './limits.ts';
import { refuse } from './refusal.ts';
import { emptyRoom, type Input } from './room.ts';
import { witness } from './witness.ts';

/** A room whose every step is told in the server's lane, a line for each entry. */
function watched() {
  let room = emptyRoom;
  let seq = 0;
  return (from: string, saying: Saying) => {
    const input = { at: 100 + seq, from, mail: `m${seq}`, ack: true, seq, ...saying } as Input & { seq: number };
    const { state, tell } = exchange(room, input);
    room = state;
    seq += 1;
    return witness(input, tell);
  };
}
const line = ({ what, name, mail, body }: ReturnType<typeof witness>[number]) => {
  const { to } = (body ?? {}) as { to?: { name: string } };
  return [what, name, ...(mail ? [mail] : []), ...(to ? [`to ${to.name}`] : [])].join(' ');
};

test('a message has one id wherever the server had it in hand', () => {
  const does = watched();
  const join = (name: string) => does(name, { what: 'joined', name, lock: 'secret', keeps: false });
  join('alice');
  join('bob');
  const offered = does('alice', { what: 'offered', offer: 'alice:1', description: described('offer') });
  expect(offered.map(line)).toEqual(['received offer m2', 'held offer m2', 'sent offer m2 to bob']);
  const found = does('alice', { what: 'candidateFound', offer: 'alice:1', candidate: candidateOf('1') });
  expect(found.map(line)).toEqual(['received candidate m3', 'held candidate m3']);
  const answered = does('bob', { what: 'answered', offer: 'alice:1', description: described('answer') });
  expect(answered.map(line)).toEqual(['received answer m4', 'sent candidate m3 to bob', 'sent answer m4 to alice']);
  const passed = does('bob', { what: 'candidateFound', offer: 'alice:1', candidate: candidateOf('2') });
  expect(passed.map(line)).toEqual(['received candidate m5', 'sent candidate m5 to alice']);
  expect(does('alice', { what: 'hungUp', offer: 'alice:1' }).map(line)).toEqual([
    'received hangUp m6',
    'sent hangUp m6 to bob',
  ]);
});

test('whoever comes is told how many offers there are besides those that they are shown', () => {
  const does = watched();
  const join = (name: string) => does(name, { what: 'joined', name, lock: '', keeps: false });
  join('alice');
  const long = 'x'.repeat(limits.shownOffers / 2);
  for (const n of [1, 2, 3])
    does('alice', { what: 'offered', offer: `alice:${n}`, description: { type: 'offer', sdp: long } });
  const [note] = join('bob').filter(({ what }) => what === 'note');
  expect(note).toMatchObject({ name: 'bob is shown the newest 2 of 3 offers.', of: 'server:4.0' });
});

test('an entry is the server’s, has an id of its own, and says what it follows from', () => {
  const does = watched();
  does('alice', { what: 'joined', name: 'alice', lock: '', keeps: false });
  const [received, held] = does('alice', { what: 'offered', offer: 'alice:1', description: described('offer') });
  expect(received).toEqual({
    id: 'server:1.0',
    at: 101,
    who: 'server',
    what: 'received',
    name: 'offer',
    mail: 'm1',
    on: 'alice:1',
    body: { from: { seat: 'alice', name: 'alice' }, ack: true, offer: 'alice:1', description: described('offer') },
  });
  expect(held).toMatchObject({ id: 'server:1.1', who: 'server', on: 'alice:1', of: 'server:1.0' });
});

test('a refusal is seen with its sentence', () => {
  const does = watched();
  does('alice', { what: 'joined', name: 'alice', lock: '', keeps: false });
  const refusal = { reason: 'no-such-offer' as const, offer: 'bob:1' };
  expect(does('alice', { what: 'answered', offer: 'bob:1', description: described('answer') })[1]).toMatchObject({
    what: 'refused',
    name: 'answer',
    mail: 'm1',
    body: { ...refusal, sentence: refuse(refusal).sentence },
  });
  const misread = {
    what: 'misread',
    message: 'newOfer',
    refusal: { reason: 'unknown-message', message: 'newOfer' },
  } as const;
  expect(does('alice', misread).map(line)).toEqual(['received newOfer m2', 'refused newOfer m2']);
});

test('what an answer carries is not sent to whoever asked for none', () => {
  const does = watched();
  does('alice', { what: 'joined', name: 'alice', lock: '', keeps: false });
  does('bob', { what: 'joined', name: 'bob', lock: '', keeps: false });
  does('alice', { what: 'offered', offer: 'alice:1', description: described('offer') });
  does('alice', { what: 'candidateFound', candidate: candidateOf('1') });
  const answered = does('bob', { what: 'answered', ack: false, offer: 'alice:1', description: described('answer') });
  expect(answered.map(line)).toEqual(['received answer m4', 'sent answer m4 to alice']);
  expect(answered[0]!.body).toMatchObject({ ack: false });
});

test('who is away has things held, and gets them on coming back', () => {
  const does = watched();
  does('alice', { what: 'joined', name: 'alice', lock: '', keeps: false });
  does('bob', { what: 'joined', name: 'bob', lock: '', keeps: true });
  expect(does('bob', { what: 'connectionLost' }).map(line)).toEqual(['event connectionLost']);
  const offered = does('alice', { what: 'offered', offer: 'alice:1', description: described('offer') });
  expect(offered.map(line)).toEqual(['received offer m3', 'held offer m3', 'held offer m3 to bob']);
  const back = does('bob', { what: 'seatResumed', name: 'bob', lock: '', epoch: 1, heard: 0 });
  expect(back.map(line)).toEqual(['received resume m4', 'sent welcome to bob', 'sent offer m3 to bob']);
});

test('neither a password nor a watcher is seen', () => {
  const does = watched();
  const joined = does('alice', { what: 'joined', name: 'alice', lock: 'secret', keeps: false });
  expect(JSON.stringify(joined)).not.toContain('secret');
  expect(does('eve', { what: 'watched', lock: 'secret' })).toEqual([]);
});
