import { describe, expect, test } from 'vitest';
import { openHouse } from '../house.fixture.ts';
import { courseClient, ice, inLobby } from './course-client.fixture.ts';

type Welcome = { you: { seat: string; name: string }; resumed: boolean; last: number; token: string };

async function welcomed(client: ReturnType<typeof courseClient>) {
  const [welcome] = (await client.told('welcome')) as [Welcome];
  return welcome;
}

/** Somebody with a seat to come back to. */
async function seated(port: number, userName: string, more: object = {}) {
  const client = await inLobby(port, userName, { seat: '', ...more });
  return { client, ...(await welcomed(client)) };
}

const numbered = (client: ReturnType<typeof courseClient>) =>
  client.heard.flatMap(([name, , ours]) => {
    const nr = (ours as { nr?: number } | undefined)?.nr;
    return nr === undefined ? [] : [`${nr} ${name}`];
  });

describe('whoever lost the connection', () => {
  test('gets their seat back, and what they missed, in order and once', async () => {
    const { port } = await openHouse();
    const alice = await seated(port, 'alice');
    const bob = await inLobby(port, 'bob');
    alice.client.calls('alice offers');
    const offer = await bob.waitingOffer();
    alice.client.finds('a1');
    await alice.client.settled();
    alice.client.socket.close();

    expect(await bob.answers(offer, 'bob answers')).toEqual([ice('a1')]);
    bob.finds('b1', 'bob', false);
    bob.finds('b2', 'bob', false);
    await bob.settled();
    expect(bob.events()).toEqual(['newOfferAwaiting']);

    const back = await seated(port, 'somebody else', { seat: alice.token, heard: 1 });
    expect(back).toMatchObject({ you: alice.you, resumed: true, last: 4 });
    await back.client.settled();
    expect(numbered(back.client)).toEqual([
      '2 answerResponse',
      '3 receivedIceCandidateFromServer',
      '4 receivedIceCandidateFromServer',
    ]);
    back.client.finds('a2');
    expect((await bob.told('receivedIceCandidateFromServer'))[0]).toEqual(ice('a2'));
  });

  test('is told again what was on its way when the line went dead', async () => {
    const { port } = await openHouse();
    const alice = await seated(port, 'alice');
    const bob = await inLobby(port, 'bob');
    for (const sdp of ['1', '2', '3']) bob.calls(sdp);
    await bob.settled();
    // The old connection is still there: nobody has noticed yet that it leads nowhere.
    const back = await seated(port, 'alice', { seat: alice.token, heard: 2 });
    await back.client.settled();
    expect(numbered(back.client)).toEqual(['3 newOfferAwaiting', '4 newOfferAwaiting']);
    expect(back.client.events()).not.toContain('availableOffers');
  });

  test('keeps seat and name with a page that remembers nothing, and what waits is told anew', async () => {
    const { port } = await openHouse();
    const alice = await seated(port, 'alice');
    const bob = await inLobby(port, 'bob');
    bob.calls('bob offers');
    alice.client.calls('of a page that is gone');
    await bob.waitingOffer();
    alice.client.socket.close();
    const back = await seated(port, 'alice', { seat: alice.token });
    expect(back).toMatchObject({ you: alice.you, resumed: false, last: 0 });
    expect((await back.client.told('availableOffers'))[0]).toMatchObject([{ offer: { sdp: 'bob offers' } }]);
    await bob.told('peerJoined');
    expect(bob.events()).toEqual(['newOfferAwaiting', 'offerWithdrawn', 'peerLeft', 'peerJoined']);
  });

  test('for good says so, and everybody hears it at once', async () => {
    const { port } = await openHouse();
    const alice = await seated(port, 'alice');
    const bob = await inLobby(port, 'bob');
    expect(await alice.client.socket.emitWithAck('leave')).toEqual({ ok: true });
    expect((await bob.told('peerLeft'))[0]).toEqual({ peer: alice.you });
    expect(await alice.client.settled()).toMatchObject({ refusal: { reason: 'not-here' } });
  });
});

describe('a seat’s token', () => {
  test('is good until the one that replaced it was used', async () => {
    const { port } = await openHouse();
    const first = await seated(port, 'alice');
    const second = await seated(port, 'alice', { seat: first.token });
    // The second may have been lost on its way, so the first is still good.
    const third = await seated(port, 'alice', { seat: first.token });
    expect([second.you, third.you]).toEqual([first.you, first.you]);
    const fourth = await seated(port, 'alice', { seat: third.token });
    expect(fourth.you).toEqual(first.you);
    const thief = await seated(port, 'alice', { seat: first.token });
    expect(thief).toMatchObject({ you: { name: 'alice 2' }, resumed: false });
  });

  test('seats two tabs of one browser in one place, and both hear everything', async () => {
    const { port } = await openHouse();
    const first = await seated(port, 'alice');
    const second = await seated(port, 'alice', { seat: first.token });
    const bob = await inLobby(port, 'bob');
    bob.calls('bob offers');
    for (const tab of [first, second])
      expect(await tab.client.waitingOffer()).toMatchObject({ offererUserName: 'bob' });
    first.client.socket.close();
    second.client.calls('alice offers');
    await bob.waitingOffer();
    expect(bob.events()).toEqual(['newOfferAwaiting']);
  });

  test.each([
    ['is nonsense', () => 'nonsense'],
    [
      'was signed by another server',
      () => openHouse().then(({ port }) => seated(port, 'alice').then(({ token }) => token)),
    ],
    ['was changed', (token: string) => token.replace(/^./, 'f')],
    ['lost its signature', (token: string) => token.split('.')[0]!],
    ['has an empty signature', (token: string) => `${token.split('.')[0]}.`],
    ['says too much', (token: string) => `${token}.${token}`.slice(0, 1_000)],
  ])('that %s gives a new seat, and harms nobody', async (_, change) => {
    const { port } = await openHouse();
    const alice = await seated(port, 'alice');
    const other = await seated(port, 'alice', { seat: await change(alice.token) });
    expect(other.resumed).toBe(false);
    expect(other.you.name).toMatch(/^alice/);
    await other.client.settled();
  });

  test('opens no other room', async () => {
    const { port } = await openHouse();
    const alice = await seated(port, 'alice');
    const elsewhere = await seated(port, 'alice', { seat: alice.token, room: 'elsewhere' });
    expect(elsewhere.you.seat).not.toBe(alice.you.seat);
  });

  test('does not replace the password', async () => {
    const { port } = await openHouse();
    const alice = await seated(port, 'alice', { room: 'maths', password: 'secret' });
    const back = courseClient(port, { userName: 'alice', room: 'maths', password: 'x', seat: alice.token });
    expect((await back.told('connect_error'))[0]).toMatchObject({ data: { reason: 'wrong-password' } });
  });
});
