import { describe, expect, test } from 'vitest';
import { ask, openHouse } from '../house.fixture.ts';
import { aliceCallsBob, courseClient, ice, inLobby } from './course-client.fixture.ts';

// What was found wrong in the course's own servers, one test for each, in the order of that list.

const isWell = async (port: number) => expect((await ask(port, '/healthz')).status).toBe(200);

describe('1: a candidate of somebody who has answered nothing ended the process', () => {
  test('before an answer', async () => {
    const { port } = await openHouse();
    const { bob } = await aliceCallsBob(port);
    bob.finds('b1', 'bob', false);
    await bob.settled();
    await isWell(port);
  });

  test('when two answer one offer: the second is told so, and their candidates reach nobody', async () => {
    const { port } = await openHouse();
    const { alice, bob, offer } = await aliceCallsBob(port);
    const carol = await inLobby(port, 'carol');
    await bob.answers(offer, 'bob answers');
    expect(await carol.answers(offer, 'carol answers')).toMatchObject({
      ok: false,
      refusal: { reason: 'already-answered', by: 'bob' },
    });
    carol.finds('c1', 'carol', false);
    bob.finds('b1', 'bob', false);
    await carol.settled();
    const [candidate] = await alice.told('receivedIceCandidateFromServer');
    expect(candidate).toEqual(ice('b1'));
    await alice.settled();
    expect(alice.events().filter((name) => /answer|received/.test(name))).toHaveLength(2);
    await isWell(port);
  });

  test('after a restart of the server, with a button from before it', async () => {
    const before = await openHouse();
    const { offer } = await aliceCallsBob(before.port);
    const after = await openHouse();
    const bob = await inLobby(after.port, 'bob');
    expect(await bob.answers(offer, 'bob answers')).toMatchObject({ refusal: { reason: 'no-such-offer' } });
    bob.finds('b1', 'bob', false);
    await bob.settled();
    await isWell(after.port);
  });
});

test('2: an answer without an acknowledgement ended the process', async () => {
  const { port } = await openHouse();
  const { alice, bob, offer } = await aliceCallsBob(port);
  bob.socket.emit('newAnswer', { ...offer, answer: { type: 'answer', sdp: 'bob answers' } });
  expect((await alice.told('answerResponse'))[0]).toMatchObject({ answer: { sdp: 'bob answers' } });
  await isWell(port);
});

test('3: an answer to an offer that nobody made was never acknowledged', async () => {
  const { port } = await openHouse();
  const bob = await inLobby(port, 'bob');
  const invented = { offererUserName: 'nobody', offer: { type: 'offer', sdp: 'x' }, answer: null };
  expect(await bob.answers(invented, 'bob answers')).toMatchObject({
    ok: false,
    refusal: { reason: 'no-such-offer', caller: 'nobody' },
    sentence: expect.stringContaining('"nobody"'),
  });
});

test('4: the answers and candidates of a second call went to the first', async () => {
  const { port } = await openHouse();
  const [alice, bob, carol] = [await inLobby(port, 'alice'), await inLobby(port, 'bob'), await inLobby(port, 'carol')];
  alice.calls('first');
  alice.finds('of the first', 'alice');
  alice.calls('second');
  alice.finds('of the second', 'alice');
  const second = await carol.waitingOffer(2);
  expect(await carol.answers(second, 'to the second')).toEqual([ice('of the second')]);
  expect((await alice.told('answerResponse'))[0]).toMatchObject({ offer: { sdp: 'second' }, offerId: second.offerId });
  expect(await bob.answers(await bob.waitingOffer(1), 'to the first')).toEqual([ice('of the first')]);
  expect((await alice.told('answerResponse', 2))[0]).toMatchObject({
    offer: { sdp: 'first' },
    answererUserName: 'bob',
  });
});

test('5: offers of those who had left were advertised, and answering one seemed to work', async () => {
  const { port } = await openHouse();
  const { alice, bob, offer } = await aliceCallsBob(port);
  alice.socket.close();
  expect((await bob.told('offerWithdrawn'))[0]).toEqual({ offer: offer.offerId, why: 'left' });
  expect((await bob.told('peerLeft'))[0]).toMatchObject({ peer: { name: 'alice' } });
  const carol = await inLobby(port, 'carol');
  await carol.settled();
  expect(carol.events()).not.toContain('availableOffers');
  expect(await bob.answers(offer, 'too late')).toMatchObject({ ok: false, refusal: { reason: 'no-such-offer' } });
});

test('6: anybody could add candidates in the name of anybody', async () => {
  const { port } = await openHouse();
  const { alice, bob, offer } = await aliceCallsBob(port);
  const eve = await inLobby(port, 'eve');
  eve.finds('forged', 'alice', true);
  eve.finds('forged', 'bob', false);
  eve.socket.emit('newAnswer', { ...offer, answererUserName: 'bob', answer: { type: 'offer', sdp: 'forged' } });
  await eve.settled();
  alice.finds('real', 'alice');
  await alice.settled();
  expect(await bob.answers(offer, 'bob answers')).toEqual([ice('real')]);
  eve.finds('forged', 'alice', true);
  eve.finds('forged', 'bob', false);
  await eve.settled();
  await Promise.all([alice.settled(), bob.settled()]);
  expect(JSON.stringify([alice.heard, bob.heard])).not.toContain('forged');
  expect((await alice.told('answerResponse'))[0]).toMatchObject({ answererUserName: 'bob' });
});

test.each([
  ['a wrong one', { userName: 'eve', password: 'y' }],
  ['none', { userName: 'eve' }],
  ['something that is no text', { userName: 'eve', password: ['x'] }],
])('7: whoever came with a wrong password (%s) was connected, thrown out and told nothing', async (_, auth) => {
  const { port } = await openHouse();
  const eve = courseClient(port, auth);
  const [error] = (await eve.told('connect_error')) as [Error & { data: { reason: string } }];
  expect(error.message).toMatch(/password/);
  expect(error.data.reason).toMatch(/^(wrong-password|malformed)$/);
  expect(eve.heard.map(([name]) => name)).toEqual(['connect_error']);
  expect(eve.socket.active).toBe(false);
});

test('8: the candidates of a caller who then answered somebody else were lost', async () => {
  const { port } = await openHouse();
  const [alice, bob] = [await inLobby(port, 'alice'), await inLobby(port, 'bob', { seat: '' })];
  alice.calls('alice offers');
  await bob.waitingOffer();
  bob.calls('bob offers');
  await alice.answers(await alice.waitingOffer(), 'alice answers');
  // Their flag still says that they are the caller.
  alice.finds('a1', 'alice', true);
  const [candidate, { offer }] = (await bob.told('receivedIceCandidateFromServer')) as [object, { offer: string }];
  expect(candidate).toEqual(ice('a1'));
  expect(offer).toBe((await alice.waitingOffer()).offerId);
});

describe('of the course’s second server', () => {
  test('a question about an unknown id was never answered', async () => {
    const { port } = await openHouse();
    const bob = await inLobby(port, 'bob');
    const ask = (event: string, ...args: unknown[]) => bob.socket.emitWithAck(event, ...args);
    expect(await ask('hangUp', { offer: 'nobody:1' })).toMatchObject({ refusal: { reason: 'no-such-offer' } });
    expect(await ask('withdrawOffer', { offer: 'nobody:1' })).toMatchObject({ refusal: { reason: 'no-such-offer' } });
    expect(await ask('getIce', 'an-unknown-uuid', 'client')).toMatchObject({ refusal: { reason: 'unknown-message' } });
  });

  test('the role of whoever answered was not looked at, and an answer that was there was overwritten', async () => {
    const { port } = await openHouse();
    const { alice, bob, offer } = await aliceCallsBob(port);
    expect(await alice.answers(offer, 'alice answers herself')).toMatchObject({ refusal: { reason: 'own-offer' } });
    await bob.answers(offer, 'bob answers');
    expect(await bob.answers(offer, 'bob thinks again')).toMatchObject({ refusal: { reason: 'already-answered' } });
    await alice.settled();
    expect(alice.events().filter((name) => name === 'answerResponse')).toHaveLength(1);
  });

  test('whoever came back was told an answer of null before there was one', async () => {
    const { port } = await openHouse();
    const alice = await inLobby(port, 'alice', { seat: '' });
    alice.calls('alice offers');
    await alice.settled();
    const [{ token }] = (await alice.told('welcome')) as [{ token: string }];
    alice.socket.close();
    const back = await inLobby(port, 'alice', { seat: token, heard: 0 });
    await back.settled();
    expect(back.events()).toEqual([]);
  });

  test('the same thing was told again to everybody who asked again', async () => {
    const { port } = await openHouse();
    const { bob, alice, offer } = await aliceCallsBob(port);
    const again = [{ type: 'offer', sdp: 'once' }, { mail: 'once' }] as const;
    await alice.socket.emitWithAck('newOffer', ...again);
    await alice.socket.emitWithAck('newOffer', ...again);
    await bob.settled();
    expect(bob.events()).toEqual(['newOfferAwaiting', 'newOfferAwaiting']);
    expect(offer).toMatchObject({ offer: { sdp: 'alice offers' } });
  });
});
