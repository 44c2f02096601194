import { describe, expect, test } from 'vitest';
import { ask, openHouse } from '../house.fixture.ts';
import { aliceCallsBob, courseClient, ice, inLobby } from './course-client.fixture.ts';

describe('a call of two programs written for the course, step by step', () => {
  test('8: an offer reaches everybody else, as an array of one, and not its maker', async () => {
    const { port } = await openHouse();
    const [alice, bob, carol] = [
      await inLobby(port, 'alice'),
      await inLobby(port, 'bob'),
      await inLobby(port, 'carol'),
    ];
    alice.calls('alice offers');
    for (const other of [bob, carol]) {
      const [offers] = await other.told('newOfferAwaiting');
      expect(offers).toMatchObject([
        {
          offererUserName: 'alice',
          offer: { type: 'offer', sdp: 'alice offers' },
          answererUserName: null,
          answer: null,
          offerIceCandidates: [],
          answererIceCandidates: [],
        },
      ]);
    }
    await alice.settled();
    expect(alice.events()).toEqual(['peerJoined', 'peerJoined']);
  });

  test('9 to 11: what waits is told to whoever comes, and nothing where nothing waits', async () => {
    const { port } = await openHouse();
    const alice = await inLobby(port, 'alice');
    const bob = await inLobby(port, 'bob');
    await bob.settled();
    expect(bob.events()).not.toContain('availableOffers');

    alice.calls('first');
    alice.calls('second');
    alice.finds('1');
    await bob.told('newOfferAwaiting', 2);
    const carol = await inLobby(port, 'carol');
    const [offers] = await carol.told('availableOffers');
    expect(offers).toMatchObject([
      { offererUserName: 'alice', offer: { sdp: 'first' } },
      { offererUserName: 'alice', offer: { sdp: 'second' } },
    ]);
    expect(carol.heard.map(([name]) => name)).toEqual(['connect', 'welcome', 'availableOffers']);
  });

  test('19 to 23: the answer is acknowledged with the candidates so far, and from then on they are passed on', async () => {
    const { port } = await openHouse();
    const { alice, bob, offer } = await aliceCallsBob(port);
    alice.finds('a1', 'alice');
    alice.finds('a2', 'alice');
    await alice.settled();
    expect(await bob.answers(offer, 'bob answers')).toEqual([ice('a1'), ice('a2')]);

    const [answered] = await alice.told('answerResponse');
    expect(answered).toMatchObject({
      offererUserName: 'alice',
      answererUserName: 'bob',
      answer: { type: 'answer', sdp: 'bob answers' },
    });

    bob.finds('b1', 'bob', false);
    const [fromBob] = await alice.told('receivedIceCandidateFromServer');
    expect(fromBob).toEqual(ice('b1'));
    alice.finds('a3', 'alice');
    const [fromAlice] = await bob.told('receivedIceCandidateFromServer');
    expect(fromAlice).toEqual(ice('a3'));
    expect(bob.events()).not.toContain('answerResponse');
  });

  test('candidates of an answer that is not there yet come after it', async () => {
    const { port } = await openHouse();
    const { alice, bob, offer } = await aliceCallsBob(port);
    bob.finds('b1', 'bob', false);
    bob.finds('b2', 'bob', false);
    await bob.answers(offer, 'bob answers');
    await alice.told('receivedIceCandidateFromServer', 2);
    expect(alice.events().slice(1)).toEqual([
      'answerResponse',
      'receivedIceCandidateFromServer',
      'receivedIceCandidateFromServer',
    ]);
  });

  test('nothing of ours stands beside it, except for whoever keeps a seat', async () => {
    const { port } = await openHouse();
    const [alice, bob] = [await inLobby(port, 'alice'), await inLobby(port, 'bob', { seat: '' })];
    alice.calls('alice offers');
    await bob.answers(await bob.waitingOffer(), 'bob answers');
    alice.finds('a1', 'alice');
    bob.finds('b1', 'bob', false);
    expect(await alice.told('answerResponse')).toHaveLength(1);
    expect(await alice.told('receivedIceCandidateFromServer')).toEqual([ice('b1')]);
    const { offerId: offer } = await bob.waitingOffer();
    const from = { name: 'alice' };
    expect(await bob.told('receivedIceCandidateFromServer')).toMatchObject([ice('a1'), { offer, from }]);
  });

  test.each(['websocket', 'polling'] as const)('over %s alone', async (transport) => {
    const { port } = await openHouse();
    const join = (userName: string) => courseClient(port, { userName, password: 'x' }, { transports: [transport] });
    const [alice, bob] = [join('alice'), join('bob')];
    await Promise.all([alice.told('welcome'), bob.told('welcome')]);
    alice.calls('alice offers');
    expect(await bob.answers(await bob.waitingOffer(), 'bob answers')).toEqual([]);
    expect((await alice.told('answerResponse'))[0]).toMatchObject({ answer: { sdp: 'bob answers' } });
  });
});

describe('other spellings and other stages', () => {
  test('a program that says username', async () => {
    const { port } = await openHouse();
    const alice = courseClient(port, { username: 'alice', password: 'x' });
    const bob = await inLobby(port, 'bob');
    await alice.told('welcome');
    alice.calls('alice offers');
    expect(await bob.waitingOffer()).toMatchObject({ offererUserName: 'alice', offerUserName: 'alice' });
  });

  test('a program that reads and writes offerUserName, answerUserName and answerIceCandidates', async () => {
    const { port } = await openHouse();
    const { alice, bob, offer } = await aliceCallsBob(port);
    const { offerId: _, offererUserName: __, ...renamed } = offer;
    expect(renamed).toMatchObject({ offerUserName: 'alice', answerUserName: null, answerIceCandidates: [] });
    expect(offer).toMatchObject({ offererIceCandidates: [], answererIceCandidates: [] });
    await bob.socket.emitWithAck('newAnswer', { ...renamed, answer: { type: 'answer', sdp: 'bob answers' } });
    expect((await alice.told('answerResponse'))[0]).toMatchObject({ answerUserName: 'bob', answererUserName: 'bob' });
  });

  test('a program that knows nothing of ids and rebuilds the object', async () => {
    const { port } = await openHouse();
    const { alice, bob } = await aliceCallsBob(port);
    const answer = { type: 'answer', sdp: 'bob answers' };
    expect(await bob.socket.emitWithAck('newAnswer', { offererUserName: 'alice', answer })).toEqual([]);
    expect((await alice.told('answerResponse'))[0]).toMatchObject({ answer });
  });

  test('an answer that is sent twice, the first time without an acknowledgement, is forwarded once', async () => {
    const { port } = await openHouse();
    const { alice, bob, offer } = await aliceCallsBob(port);
    alice.finds('a1', 'alice');
    await alice.settled();
    bob.socket.emit('newAnswer', { ...offer, answer: { type: 'answer', sdp: 'bob answers' } });
    expect(await bob.answers(offer, 'bob answers')).toEqual([ice('a1')]);
    await alice.settled();
    expect(alice.events().filter((name) => name === 'answerResponse')).toHaveLength(1);
  });

  test('the first of the course’s programs, which only connects', async () => {
    const { port } = await openHouse();
    const visitor = courseClient(port);
    await visitor.told('connect');
    const alice = await inLobby(port, 'alice');
    alice.calls('alice offers');
    await alice.settled();
    // It is in no room: it hears nothing there, nobody hears of it, and it is told why nothing works.
    const refused = await visitor.socket.emitWithAck('newOffer', { type: 'offer', sdp: 'x' });
    expect(refused).toMatchObject({
      ok: false,
      refusal: { reason: 'no-room' },
      sentence: expect.stringContaining('auth'),
    });
    expect(visitor.heard.map(([name]) => name)).toEqual(['connect']);
    expect(alice.events()).toEqual([]);
  });

  test('the library comes from us', async () => {
    const { port } = await openHouse();
    const { status, text } = await ask(port, '/socket.io/socket.io.js');
    expect(status).toBe(200);
    expect(text).toContain('Socket.IO v4');
  });
});

describe('names', () => {
  test('two of the same name are two people', async () => {
    const { port } = await openHouse();
    const [first, second] = [await inLobby(port, 'Rob'), await inLobby(port, 'Rob')];
    expect((await first.told('welcome'))[0]).toMatchObject({ you: { name: 'Rob' } });
    expect((await second.told('welcome'))[0]).toMatchObject({ you: { name: 'Rob 2' } });
    second.calls('the second offers');
    expect(await first.waitingOffer()).toMatchObject({ offererUserName: 'Rob 2' });
    await first.answers(await first.waitingOffer(), 'the first answers');
    expect((await second.told('answerResponse'))[0]).toMatchObject({ answererUserName: 'Rob' });
  });

  test('a name is cleaned before anybody sees it', async () => {
    const { port } = await openHouse();
    const bob = await inLobby(port, 'bob');
    const eve = await inLobby(port, '\u202eeve\u0000\n<b>');
    eve.calls('x');
    expect(await bob.waitingOffer()).toMatchObject({ offererUserName: 'eve <b>' });
  });
});
