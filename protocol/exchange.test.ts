import { describe, expect, test } from 'vitest';
import { candidateOf, described, inOneLine, openRoom, type Saying } from './exchange.fixture.ts';
import { limits } from './limits.ts';
import type { Welcome } from './messages.ts';

const anOffer = (offer: string, more: object = {}): Saying => ({
  what: 'offered',
  offer,
  description: described('offer', `v=0 ${offer}`),
  ...more,
});
const anAnswer = (offer?: string, more: object = {}): Saying => ({
  what: 'answered',
  offer,
  description: described('answer'),
  ...more,
});
const aCandidate = (name: string, offer?: string): Saying => ({
  what: 'candidateFound',
  offer,
  candidate: candidateOf(name),
});

describe('joining', () => {
  test('whoever joins learns who is there and which offers wait', () => {
    const room = openRoom();
    room.joins('alice');
    room.does('alice', anOffer('alice:1'));
    const { granted, heard } = room.joins('bob');
    expect(granted).toMatchObject({
      you: { seat: 'bob', name: 'bob' },
      resumed: false,
      last: 0,
      peers: [{ seat: 'alice', name: 'alice' }],
      offers: [{ id: 'alice:1', from: { name: 'alice' } }],
      missed: [],
    });
    expect(heard).toEqual(['alice: peerJoined bob']);
  });

  test('an offer that was answered, or is for somebody else, waits for nobody', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.call('alice:1');
    room.does('alice', anOffer('alice:2', { to: 'bob' }));
    room.does('alice', anOffer('alice:3'));
    const { offers } = room.joins('carol').granted as Welcome;
    expect(offers.map(({ id }) => id)).toEqual(['alice:3']);
  });

  test('a name that is taken gets a number', () => {
    const room = openRoom();
    room.joins('alice');
    const join = (seat: string, name: string) => room.does(seat, { what: 'joined', name, lock: '', keeps: false });
    expect(join('a2', 'alice').granted).toMatchObject({ you: { name: 'alice 2' } });
    expect(join('a3', 'Alice').granted).toMatchObject({ you: { name: 'Alice 3' } });
    room.does('a2', { what: 'left' });
    expect(join('a4', 'ＡＬＩＣＥ').granted).toMatchObject({ you: { name: 'ＡＬＩＣＥ 2' } });
  });

  test.each([
    ['joins', { what: 'joined', name: 'eve', lock: 'wrong', keeps: false }],
    ['comes back', { what: 'seatResumed', name: 'eve', lock: 'wrong', epoch: 1 }],
    ['watches', { what: 'watched', lock: 'wrong' }],
  ] satisfies [string, Saying][])('nobody %s without the password of whoever came first', (_, said) => {
    const room = openRoom();
    room.does('alice', { what: 'joined', name: 'alice', lock: 'right', keeps: false });
    const before = room.state;
    expect(room.does('eve', said)).toMatchObject({ reason: 'wrong-password', heard: [] });
    expect(room.state).toBe(before);
    expect(room.does('bob', { ...said, lock: 'right' } as Saying).reply.ok).toBe(true);
  });

  describe('of more offers than anybody could read', () => {
    /** Two who offer whatever they may, each as long as it may be. */
    function hostileRoom() {
      const room = openRoom();
      room.joins('alice', 'bob');
      for (const [at, from] of ['alice', 'bob'].entries())
        for (let n = 0; n < limits.offers; n++) {
          const sdp = `${at * limits.offers + n}`.padEnd(limits.description, 'x');
          room.does(from, anOffer(`${from}:${n}`, { description: described('offer', sdp) }));
        }
      return room;
    }

    test('a newcomer is shown the newest, and told how many there are besides', () => {
      const { offers, unshown } = hostileRoom().joins('carol').granted as Welcome;
      const characters = offers.reduce((sum, { description }) => sum + description.sdp.length, 0);
      expect(characters).toBeLessThanOrEqual(limits.shownOffers);
      expect(characters).toBeGreaterThan(limits.shownOffers - limits.description);
      expect(offers.at(-1)!.id).toBe(`bob:${limits.offers - 1}`);
      expect(offers.length + unshown).toBe(2 * limits.offers);
    });

    test('whatever is shown can be answered, and what is not has its answer by its id', () => {
      const room = hostileRoom();
      const { offers } = room.joins('carol').granted as Welcome;
      for (const { id } of offers) expect(room.does('carol', anAnswer(id)).reply.ok).toBe(true);
      expect(room.does('carol', anAnswer('alice:0')).reply.ok).toBe(true);
    });

    test('when some of those are gone, whoever comes next is shown older ones', () => {
      const room = hostileRoom();
      room.does('bob', { what: 'left' });
      const { offers, unshown } = room.joins('carol').granted as Welcome;
      expect(offers.at(-1)!.id).toBe(`alice:${limits.offers - 1}`);
      expect(offers.length + unshown).toBe(limits.offers);
    });
  });

  test('a full room takes nobody', () => {
    const room = openRoom();
    const names = Array.from({ length: limits.seats }, (_, n) => `learner ${n}`);
    room.joins(...names);
    expect(room.joins('one more').reason).toBe('room-full');
    room.does('learner 7', { what: 'left' });
    expect(room.joins('one more').reply.ok).toBe(true);
  });
});

test('who is only waited for shuts nobody out: of a full room, who has been away for longest makes place', () => {
  const room = openRoom();
  room.joins(...Array.from({ length: limits.seats }, (_, n) => `learner ${n}`));
  room.does('learner 9', { what: 'connectionLost' });
  room.does('learner 3', { what: 'connectionLost' });
  room.does('learner 9', { what: 'offered', offer: 'learner 9:1', description: described('offer') });
  const { reply, heard } = room.joins('alice');
  expect(reply.ok).toBe(true);
  expect(heard.filter((news) => news.startsWith('learner 0:'))).toEqual([
    'learner 0: left learner 9:1',
    'learner 0: peerLeft learner 9',
    'learner 0: peerJoined alice',
  ]);
  expect(room.joins('bob').reply.ok).toBe(true);
  expect(room.joins('carol').reason).toBe('room-full');
  // A page that was away too long is as welcome as any other.
  room.does('bob', { what: 'connectionLost' });
  expect(room.does('learner 3', { what: 'seatResumed', name: 'learner 3', lock: '', epoch: 1 }).granted).toMatchObject({
    you: { seat: 'learner 3' },
    resumed: false,
  });
});

describe('an offer', () => {
  test('is told to everybody else', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    const { granted, heard } = room.does('alice', anOffer('alice:1'));
    expect(granted).toEqual({ offer: 'alice:1' });
    expect(heard).toEqual(['bob: offer alice:1', 'carol: offer alice:1']);
  });

  test('to one is told to that one', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    expect(room.does('alice', anOffer('alice:1', { to: 'carol' })).heard).toEqual(['carol: offer alice:1']);
    expect(room.does('bob', anAnswer('alice:1')).reason).toBe('not-yours');
    expect(room.does('bob', aCandidate('b', 'alice:1')).reason).toBe('not-yours');
    expect(room.does('carol', anAnswer('alice:1')).heard).toEqual(['alice: answer alice:1 by carol']);
  });

  test.each([
    ['that is an answer', anOffer('alice:2', { description: described('answer') }), 'wrong-type'],
    ['that is a rollback', anOffer('alice:2', { description: described('rollback') }), 'wrong-type'],
    ['under an id that says somebody else', anOffer('bob:2'), 'foreign-id'],
    ['under an id that says nobody', anOffer('2'), 'foreign-id'],
    ['under the id of another', anOffer('alice:1', { description: described('offer', 'other') }), 'id-taken'],
    ['to somebody who is not there', anOffer('alice:2', { to: 'carol' }), 'no-such-peer'],
    ['to oneself', anOffer('alice:2', { to: 'alice' }), 'no-such-peer'],
  ])('%s is refused', (_, said, reason) => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    const before = room.state;
    expect(room.does('alice', said)).toMatchObject({ reason, heard: [] });
    expect(room.state).toBe(before);
  });

  test('one too many is refused until another is gone', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    for (let n = 0; n < limits.offers; n++) room.does('alice', anOffer(`alice:${n}`));
    expect(room.does('alice', anOffer('alice:x')).reason).toBe('too-many-offers');
    room.does('alice', { what: 'offerWithdrawn', offer: 'alice:0' });
    expect(room.does('alice', anOffer('alice:x')).reply.ok).toBe(true);
  });

  test('of one at a time stands in for the one before, unless that was answered', () => {
    const room = openRoom();
    const [alone, said] = [{ oneAtATime: true }, (offer: string) => room.does('alice', anOffer(offer, alone)).heard];
    room.joins('alice', 'bob');
    expect(said('alice:1')).toEqual(['bob: offer alice:1']);
    expect(said('alice:2')).toEqual(['bob: withdrawn alice:1', 'bob: offer alice:2']);
    room.does('bob', anAnswer('alice:2'));
    expect(said('alice:3')).toEqual(['bob: offer alice:3']);
    expect([...room.state.calls.keys()]).toEqual(['alice:2', 'alice:3']);
  });

  test('of one at a time yields to one that waits: of two that cross the first stands', () => {
    const room = openRoom();
    const alone = { oneAtATime: true };
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1', alone));
    expect(room.does('bob', anOffer('bob:1', alone))).toMatchObject({ reason: 'crossed', heard: [] });
    room.does('bob', anAnswer());
    expect(room.does('bob', anOffer('bob:1', alone)).heard).toEqual(['alice: offer bob:1']);
  });

  test('that was answered counts no more, and of the calls that came of it the last are remembered', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    const calls = Array.from({ length: 3 * limits.calls }, (_, n) => `alice:${n}`);
    for (const offer of calls) expect(room.call(offer).reply.ok).toBe(true);
    expect([...room.state.calls.keys()]).toEqual(calls.slice(-limits.calls));
  });

  test('of somebody who has no seat is refused', () => {
    expect(openRoom().does('alice', anOffer('alice:1')).reason).toBe('not-here');
  });

  test('told again after the server forgot everything is an offer again', () => {
    const room = openRoom();
    room.joins('bob');
    room.does('alice', { what: 'seatResumed', name: 'alice', lock: '', epoch: 3, heard: 12 });
    expect(room.does('alice', anOffer('alice:1')).heard).toEqual(['bob: offer alice:1']);
    expect(room.does('bob', anAnswer('alice:1')).heard).toEqual(['alice: answer alice:1 by bob']);
  });
});

describe('an answer', () => {
  test('goes to whoever offered, and brings the candidates that were held, in order', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    for (const name of ['1', '2', '3']) room.does('alice', { ...aCandidate(name, 'alice:1'), mail: name } as Saying);
    const { granted, heard, news } = room.does('bob', anAnswer('alice:1'));
    expect(granted).toEqual({
      offer: 'alice:1',
      from: { seat: 'alice', name: 'alice' },
      candidates: ['1', '2', '3'].map((mail) => ({ mail, candidate: candidateOf(mail) })),
    });
    expect(heard).toEqual(['alice: answer alice:1 by bob', 'carol: answered alice:1']);
    expect(news[0]!.news).toMatchObject({ answer: described('answer'), by: { seat: 'bob' } });
  });

  test('given twice is told once, and answered the same both times', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', aCandidate('1', 'alice:1'));
    const first = room.does('bob', anAnswer('alice:1'));
    room.does('alice', aCandidate('2', 'alice:1'));
    const second = room.does('bob', anAnswer('alice:1'));
    expect(second.heard).toEqual([]);
    expect(second.granted).toEqual(first.granted);
  });

  test.each([
    ['to an offer that nobody made', 'bob', anAnswer('alice:9'), 'no-such-offer'],
    ['to an offer of somebody who made none', 'bob', anAnswer(undefined, { caller: 'carol' }), 'no-such-offer'],
    ["to one's own offer", 'alice', anAnswer('alice:1'), 'own-offer'],
    ['that is an offer', 'bob', anAnswer('alice:1', { description: described('offer') }), 'wrong-type'],
    ['that is provisional', 'bob', anAnswer('alice:1', { description: described('pranswer') }), 'wrong-type'],
    ['of a second person', 'carol', anAnswer('alice:2'), 'already-answered'],
    ['of a second kind', 'bob', anAnswer('alice:2', { description: described('answer', 'other') }), 'already-answered'],
  ])('%s is refused', (_, who, said, reason) => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.call('alice:2');
    const before = room.state;
    expect(room.does(who, said)).toMatchObject({ reason, heard: [] });
    expect(room.state).toBe(before);
  });

  test('that says no offer is for the newest open one, of the caller that it names', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', anOffer('alice:2'));
    room.does('carol', anOffer('carol:1'));
    const to = (caller?: string, sdp = caller) =>
      room.does('bob', anAnswer(undefined, { caller, description: described('answer', sdp) })).heard[0];
    expect(to('alice')).toBe('alice: answer alice:2 by bob');
    // The same answer again is the same answer, not one to the offer before.
    expect(to('alice')).toBeUndefined();
    expect(to(undefined, 'third')).toBe('carol: answer carol:1 by bob');
  });
});

describe('a candidate', () => {
  test('of an offer is held until the answer, and passed on after it', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    expect(room.does('alice', aCandidate('1', 'alice:1')).heard).toEqual([]);
    room.does('bob', anAnswer('alice:1'));
    expect(room.does('alice', aCandidate('2', 'alice:1')).heard).toEqual(['bob: candidate 2 of alice:1']);
    expect(room.does('bob', aCandidate('3', 'alice:1')).heard).toEqual(['alice: candidate 3 of alice:1']);
  });

  test('of an answer that is still to come waits for it, in order', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', anOffer('alice:2'));
    for (const name of ['1', '2']) expect(room.does('bob', aCandidate(name, 'alice:1')).heard).toEqual([]);
    room.does('bob', aCandidate('other', 'alice:2'));
    room.does('carol', aCandidate('never', 'alice:1'));
    expect(room.does('bob', anAnswer('alice:1')).heard).toEqual([
      'alice: answer alice:1 by bob',
      'alice: candidate 1 of alice:1',
      'alice: candidate 2 of alice:1',
      'carol: answered alice:1',
    ]);
    expect(room.does('bob', anAnswer('alice:2', { description: described('answer', '2') })).heard).toContain(
      'alice: candidate other of alice:2',
    );
    expect(room.does('carol', aCandidate('late', 'alice:1')).reason).toBe('not-yours');
  });

  test.each([
    ['for an offer that nobody made', 'bob', 'alice:9', 'no-such-offer'],
    ['for an offer between two others', 'carol', 'alice:1', 'not-yours'],
  ])('%s is refused', (_, who, offer, reason) => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    expect(room.does(who, aCandidate('x', offer))).toMatchObject({ reason, heard: [] });
  });

  test('can be the last word: there are no more', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.call('alice:1');
    const { news } = room.does('alice', { what: 'candidateFound', offer: 'alice:1', candidate: null });
    expect(news[0]!.news).toMatchObject({ what: 'candidateFound', candidate: null });
  });

  test.each([
    ['of an offer', 'alice'],
    ['of an answer to come', 'bob'],
  ])('%s is held up to a number', (_, who) => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    for (let n = 0; n < limits.candidates; n++) room.does(who, aCandidate(`${n}`, 'alice:1'));
    expect(room.does(who, aCandidate('x', 'alice:1')).reason).toBe('too-many-candidates');
  });

  test('held for an answer is forgotten with the offer', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    room.does('bob', aCandidate('1', 'alice:1'));
    room.does('alice', { what: 'offerWithdrawn', offer: 'alice:1' });
    expect(room.state.seats.get('bob')!.early).toEqual([]);
  });
});

describe('whoever collects before answering', () => {
  const found = (nr: number): Saying => ({ what: 'candidateFound', offer: 'alice:1', candidate: candidateOf(`${nr}`) });
  const collect: Saying = { what: 'collected', offer: 'alice:1' };
  const names = (granted: unknown) =>
    (granted as { candidates: { candidate: { candidate: string } }[] }).candidates.map(({ candidate }) =>
      candidate.candidate.slice(10),
    );

  function offered() {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', found(1));
    return room;
  }

  test('has what is held so far, as often as they ask, and with the answer what has come since', () => {
    const room = offered();
    expect(names(room.does('bob', collect).granted)).toEqual(['1']);
    expect(names(room.does('bob', { ...collect, mail: 'again' }).granted)).toEqual(['1']);
    expect(names(room.does('bob', { ...collect, mail: 'again' }).granted)).toEqual(['1']);
    room.does('alice', found(2));
    expect(names(room.does('bob', anAnswer('alice:1')).granted)).toEqual(['2']);
  });

  test('takes nothing away from another who answers', () => {
    const room = offered();
    room.does('bob', collect);
    expect(names(room.does('carol', anAnswer('alice:1')).granted)).toEqual(['1']);
    expect(room.does('bob', collect).reason).toBe('already-answered');
  });

  test('is told where there is nothing to collect for them', () => {
    const room = offered();
    room.does('alice', anOffer('alice:2', { to: 'carol' }));
    expect(room.does('bob', { ...collect, offer: 'alice:3' }).reason).toBe('no-such-offer');
    expect(room.does('bob', { ...collect, offer: 'alice:2' }).reason).toBe('not-yours');
    expect(room.does('alice', collect).reason).toBe('own-offer');
  });
});

describe('a candidate that names no offer', () => {
  const real = (type: 'offer' | 'answer', ...ufrags: string[]) =>
    described(type, `v=0\r\n${ufrags.map((ufrag) => `a=ice-ufrag:${ufrag}\r\n`).join('')}`);
  const found = (name: string, ufrag?: string): Saying => ({
    what: 'candidateFound',
    candidate: candidateOf(name, ufrag),
  });

  test('belongs to the newest offer of its sender', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    room.does('alice', anOffer('alice:2'));
    room.does('alice', found('new'));
    expect(room.does('carol', anAnswer('alice:2')).granted).toMatchObject({
      candidates: [{ candidate: candidateOf('new') }],
    });
  });

  test('belongs to what its sender answered, once that is newer', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1'));
    room.does('bob', anOffer('bob:1'));
    room.does('alice', anAnswer('bob:1'));
    expect(room.does('alice', found('1')).heard).toEqual(['bob: candidate 1 of bob:1']);
  });

  test('waits for a description when there is none yet', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', found('early'));
    room.does('alice', anOffer('alice:1'));
    room.does('bob', found('early too'));
    const { granted, heard } = room.does('bob', anAnswer('alice:1'));
    expect(granted).toMatchObject({ candidates: [{ candidate: candidateOf('early') }] });
    expect(heard).toContain('alice: candidate early too of alice:1');
  });

  test('is known by its ufrag, whichever description is the newest', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1', { description: real('offer', 'aaaa', 'aaab') }));
    room.does('bob', anAnswer('alice:1', { description: real('answer', 'bbbb') }));
    room.does('alice', anOffer('alice:2', { description: real('offer', 'aaa') }));
    expect(room.does('alice', found('old', 'aaab')).heard).toEqual(['bob: candidate old of alice:1']);
    expect(room.does('alice', found('new', 'aaa')).heard).toEqual([]);
    expect(room.does('carol', anAnswer('alice:2')).granted).toMatchObject({
      candidates: [{ candidate: { candidate: 'candidate:new' } }],
    });
  });

  test('waits for the answer that is on its way, though its sender has an offer open', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:1', { description: real('offer', 'aaaa') }));
    room.does('bob', anOffer('bob:1', { description: real('offer', 'bbbb') }));
    room.does('alice', found('early', 'cccc'));
    expect(room.does('alice', anAnswer('bob:1', { description: real('answer', 'cccc') })).heard).toEqual([
      'bob: answer bob:1 by alice',
      'bob: candidate early of bob:1',
    ]);
  });
});

describe('what is over', () => {
  test('whoever is called by name may refuse, and the caller hears of it; who was not called by name may not', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1', { to: 'bob' }));
    room.does('alice', anOffer('alice:2'));
    expect(room.does('carol', { what: 'hungUp', offer: 'alice:1' }).reason).toBe('not-yours');
    expect(room.does('bob', { what: 'hungUp', offer: 'alice:2' }).reason).toBe('not-yours');
    expect(room.does('bob', { what: 'hungUp', offer: 'alice:1' }).heard).toEqual(['alice: hungUp alice:1 by bob']);
    expect(room.state.calls.has('alice:1')).toBe(false);
  });

  test('an open offer can be withdrawn, and everybody who heard it hears that', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.does('alice', anOffer('alice:1'));
    room.does('alice', anOffer('alice:2', { to: 'carol' }));
    const withdraw = (offer: string) => room.does('alice', { what: 'offerWithdrawn', offer });
    expect(withdraw('alice:1').heard).toEqual(['bob: withdrawn alice:1', 'carol: withdrawn alice:1']);
    expect(withdraw('alice:2').heard).toEqual(['carol: withdrawn alice:2']);
    expect(room.does('bob', anAnswer('alice:1')).reason).toBe('no-such-offer');
  });

  test.each([
    ['alice', 'hungUp', 'bob'],
    ['bob', 'hungUp', 'alice'],
    // The answer was faster: what was meant to be withdrawn is a call by now.
    ['alice', 'offerWithdrawn', 'bob'],
  ] as const)('%s says %s, and only %s hears it', (who, what, other) => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    expect(room.does(who, { what, offer: 'alice:1' }).heard).toEqual([`${other}: hungUp alice:1 by ${who}`]);
    expect(room.does('alice', aCandidate('late', 'alice:1')).reason).toBe('no-such-offer');
  });

  test.each([
    ['an offer that was never made', 'alice', 'alice:9', 'no-such-offer'],
    ['an open offer of another', 'bob', 'alice:2', 'not-yours'],
    ['a call between two others', 'carol', 'alice:1', 'not-yours'],
  ])('nobody can end %s', (_, who, offer, reason) => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    room.does('alice', anOffer('alice:2'));
    for (const what of ['offerWithdrawn', 'hungUp'] as const)
      expect(room.does(who, { what, offer })).toMatchObject({ reason, heard: [] });
  });

  test('whoever leaves takes their open offers along, and their calls go on without the server', () => {
    const room = openRoom();
    room.joins('alice', 'bob', 'carol');
    room.call('alice:1');
    room.does('alice', anOffer('alice:2'));
    expect(room.does('alice', { what: 'left' }).heard).toEqual([
      'bob: left alice:2',
      'carol: left alice:2',
      'bob: peerLeft alice',
      'carol: peerLeft alice',
    ]);
    expect(room.state.calls.size).toBe(0);
    expect(room.does('alice', anOffer('alice:3')).reason).toBe('not-here');
  });
});

describe('losing the connection', () => {
  const back = (heard?: number): Saying => ({ what: 'seatResumed', name: 'bob', lock: '', epoch: 1, heard });
  const away = { what: 'connectionLost' } as const;

  test('is leaving, for those who did not ask for a seat to come back to', () => {
    const room = openRoom();
    room.joins('alice');
    room.does('bob', { what: 'joined', name: 'bob', lock: '', keeps: false });
    expect(room.does('bob', away).heard).toEqual(['alice: peerLeft bob']);
  });

  test('is nobody’s business within the grace time, and what is missed comes in order', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', anOffer('bob:1'));
    expect(room.does('bob', away).heard).toEqual([]);
    const told = [
      room.does('alice', anAnswer('bob:1')),
      room.does('alice', aCandidate('1', 'bob:1')),
      room.does('alice', aCandidate('2', 'bob:1')),
    ].flatMap(({ news }) => news);
    expect(told.map(({ away }) => away)).toEqual([true, true, true]);
    const { granted, heard } = room.does('bob', back(0));
    const { missed, ...welcome } = granted as Welcome;
    expect(welcome).toMatchObject({ you: { seat: 'bob', name: 'bob' }, resumed: true, last: 3 });
    expect(missed.map(({ nr, news }) => `${nr} ${inOneLine(news)}`)).toEqual([
      '1 answer bob:1 by alice',
      '2 candidate 1 of bob:1',
      '3 candidate 2 of bob:1',
    ]);
    expect(heard).toEqual([]);
  });

  test('what was on its way is told again, and only that', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    for (const n of [1, 2, 3]) room.does('alice', anOffer(`alice:${n}`));
    // The line was dead before the server knew: bob had heard the first only.
    const { missed, resumed } = room.does('bob', back(1)).granted as Welcome;
    expect(resumed).toBe(true);
    expect(missed.map(({ news }) => inOneLine(news))).toEqual(['offer alice:2', 'offer alice:3']);
    expect(room.does('alice', anOffer('alice:4')).news.map(({ nr }) => nr)).toEqual([4]);
  });

  test('for longer than the grace time is leaving', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', anOffer('bob:1'));
    room.does('bob', { ...away, at: 1000 });
    expect(room.does('bob', { what: 'graceOver', awaySince: 1000 }).heard).toEqual([
      'alice: left bob:1',
      'alice: peerLeft bob',
    ]);
  });

  test('a grace that began before the last return is over for nobody', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', { ...away, at: 1000 });
    room.does('bob', back(0));
    expect(room.does('bob', { what: 'graceOver', awaySince: 1000 }).heard).toEqual([]);
    room.does('bob', { ...away, at: 2000 });
    expect(room.does('bob', { what: 'graceOver', awaySince: 1000 }).heard).toEqual([]);
    expect(room.state.seats.has('bob')).toBe(true);
  });

  test.each([
    ['a page that remembers nothing', undefined],
    ['a page that heard more than was ever told', 99],
  ])('%s keeps seat and name, and begins a new life', (_, heard) => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', anOffer('bob:1'));
    room.does('bob', away);
    const { granted, heard: others } = room.does('bob', back(heard));
    expect(granted).toMatchObject({ you: { seat: 'bob', name: 'bob' }, resumed: false, last: 0, missed: [] });
    expect(others).toEqual(['alice: left bob:1', 'alice: peerLeft bob', 'alice: peerJoined bob']);
  });

  test('more than is kept was missed: a new life as well', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', away);
    for (let n = 0; n <= limits.kept.messages; n++) {
      room.does('alice', anOffer(`alice:${n}`));
      room.does('alice', { what: 'offerWithdrawn', offer: `alice:${n}` });
    }
    expect(room.state.seats.get('bob')!.kept).toHaveLength(limits.kept.messages);
    expect(room.does('bob', back(0)).granted).toMatchObject({ resumed: false });
  });

  test('no more characters are kept than allowed', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    const long = 'x'.repeat(limits.kept.characters / 2 - 100);
    for (const n of [1, 2, 3])
      room.does('alice', anOffer(`alice:${n}`, { description: described('offer', `${n}${long}`) }));
    expect(room.state.seats.get('bob')!.kept.map(({ nr }) => nr)).toEqual([2, 3]);
  });

  test('another tab of the same browser sits down beside the first', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('bob', anOffer('bob:1'));
    room.does('alice', anOffer('alice:1'));
    const { granted, heard } = room.does('bob', back());
    expect(granted).toMatchObject({ resumed: true, last: 1, offers: [{ id: 'alice:1' }], missed: [] });
    expect(heard).toEqual([]);
    expect(room.state.calls.has('bob:1')).toBe(true);
  });
});

describe('the same message twice', () => {
  test.each([
    ['an offer', anOffer('alice:2')],
    ['a candidate', aCandidate('x', 'alice:1')],
    ['a hang-up', { what: 'hungUp', offer: 'alice:1' }],
    ['a withdrawal', { what: 'offerWithdrawn', offer: 'alice:0' }],
  ] satisfies [string, Saying][])('%s is applied once and answered twice', (_, said) => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.does('alice', anOffer('alice:0'));
    room.call('alice:1');
    const first = room.does('alice', { ...said, mail: 'once' } as Saying);
    expect(first.heard).toHaveLength(1);
    const after = room.state;
    expect(room.does('alice', { ...said, mail: 'once' } as Saying)).toMatchObject({ reply: { ok: true }, heard: [] });
    expect(room.state).toEqual(after);
  });

  test('an offer that was withdrawn meanwhile does not come back', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    const said = { ...anOffer('alice:1'), mail: 'once' } as Saying;
    room.does('alice', said);
    room.does('alice', { what: 'offerWithdrawn', offer: 'alice:1' });
    expect(room.does('alice', said)).toMatchObject({ reply: { ok: true }, heard: [] });
    expect(room.state.calls.size).toBe(0);
  });

  test('what was refused was not applied, and may be right the second time', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    const said = { ...anAnswer('alice:1'), mail: 'once' } as Saying;
    expect(room.does('bob', said).reason).toBe('no-such-offer');
    room.does('alice', anOffer('alice:1'));
    expect(room.does('bob', said).heard).toEqual(['alice: answer alice:1 by bob']);
  });

  test('as many ids are remembered as a client can have in doubt', () => {
    const room = openRoom();
    room.joins('alice', 'bob');
    room.call('alice:1');
    for (let n = 0; n < 3 * limits.repeats; n++) room.does('alice', aCandidate(`${n}`, 'alice:1'));
    expect(room.state.seats.get('alice')!.applied).toHaveLength(limits.repeats);
  });
});

test('what could not be read is refused like everything else', () => {
  const room = openRoom();
  room.joins('alice', 'bob');
  const refusal = { reason: 'malformed' as const, message: 'newOffer', where: ['sdp'] };
  expect(room.does('alice', { what: 'misread', message: 'newOffer', refusal })).toMatchObject({
    reply: { ok: false, refusal, sentence: expect.stringContaining('newOffer') },
    heard: [],
  });
});
