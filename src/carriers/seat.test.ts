import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '../../protocol/limits.ts';
import type { Hello, News, Peer } from '../../protocol/messages.ts';
import { done, type Reply, refuse } from '../../protocol/refusal.ts';
import type { Heard } from './carrier.ts';
import type { Asked, Ends, Welcomed } from './line.ts';
import { takeSeat } from './seat.ts';

// What takes half a minute in the world: how long somebody is waited for.

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [alice, bob]: Peer[] = ['alice', 'bob'].map((name) => ({ seat: `${name[0]}1`, name })) as [Peer, Peer];
const description = { type: 'offer' as const, sdp: 'v=0' };
const offerOf = (from: Peer, id: string): News => ({
  what: 'offerWaiting',
  offer: { id, mail: id, from, description },
});

/** A server whose lines are played by the test. */
async function seated(answer: (request: Asked) => Reply<undefined> | Promise<never> = () => done(undefined)) {
  const hellos: Hello[] = [];
  const asked: Asked[] = [];
  let ends: Ends;
  let next: Partial<Welcomed> | Reply<undefined> = {};
  const dial = async (hello: Hello, given: Ends): Promise<Reply<undefined>> => {
    hellos.push(hello);
    ends = given;
    if ('ok' in next) return next;
    const welcomed = { you: alice!, resumed: false, last: 0, peers: [bob!], token: `token-${hellos.length}`, ...next };
    const ask = async (request: Asked) => {
      asked.push(request);
      return answer(request);
    };
    given.welcome(welcomed, { ask, close() {} });
    return done(undefined);
  };
  const stop = new AbortController();
  const entered = await takeSeat(dial, { room: 'tea', name: 'alice' }, stop.signal);
  if (!entered.ok) throw new Error(entered.sentence);
  const heard: Heard[] = [];
  entered.value.listen((news) => heard.push(news));
  return {
    seat: entered.value,
    hellos,
    asked,
    told: (news: News, nr?: number) => ends.news(news, nr),
    what: () => heard.map(({ what }) => what),
    /** The connection is lost, and found again after so long. */
    async comesBack(welcomed: Partial<Welcomed>, afterMs = 0) {
      ends.lost();
      next = refuse({ reason: 'house-full' });
      await vi.advanceTimersByTimeAsync(afterMs);
      next = welcomed;
      await vi.advanceTimersByTimeAsync(2_000);
    },
    async isTurnedAway(why: Reply<undefined>) {
      ends.lost();
      next = why;
      await vi.advanceTimersByTimeAsync(2_000);
    },
    stop,
  };
}

test('who comes back says who they are and how far they heard', async () => {
  const { hellos, told, comesBack, seat } = await seated();
  told({ what: 'peerLeft', peer: bob! }, 7);
  await comesBack({ resumed: true });
  expect([hellos[0], hellos.at(-1)]).toMatchObject([
    { room: 'tea', name: 'alice', seat: '', heard: undefined },
    { seat: 'token-1', heard: 7 },
  ]);
  expect(seat.token).toBe(`token-${hellos.length}`);
});

test('after a restart the others have as long to come back as we had; who does not has left', async () => {
  const { comesBack, what, seat } = await seated();
  await comesBack({ peers: [] });
  expect(what()).toEqual(['connectionLost', 'connectionBack']);
  expect(seat.peers).toEqual([bob]);
  await vi.advanceTimersByTimeAsync(limits.graceMs);
  expect(what().slice(2)).toEqual(['peerLeft']);
  expect(seat.peers).toEqual([]);
});

test('who does come back was never gone', async () => {
  const { comesBack, told, what } = await seated();
  await comesBack({ peers: [] });
  told({ what: 'peerJoined', peer: bob! }, 1);
  await vi.advanceTimersByTimeAsync(limits.graceMs);
  expect(what()).toEqual(['connectionLost', 'connectionBack']);
});

test('a call is told again to the one whom it concerns, and only when they are there', async () => {
  const { seat, asked, told, comesBack } = await seated();
  const offered = await seat.offer(description);
  const { offer } = (offered as { value: { offer: string } }).value;
  void seat.candidate({ candidate: 'c1' });
  told({ ...offerOf(alice!, offer), what: 'answered', mail: 'w1', by: bob!, answer: description } as News, 1);
  const before = asked.length;

  await comesBack({ peers: [] });
  void seat.candidate({ candidate: 'c2' });
  expect(asked.slice(before)).toEqual([]);
  told({ what: 'peerJoined', peer: bob! }, 1);
  expect(asked.slice(before)).toMatchObject([
    { what: 'offer', id: offer, to: bob!.seat },
    { what: 'candidate', offer, candidate: { candidate: 'c1' } },
    { what: 'candidate', offer, candidate: { candidate: 'c2' } },
  ]);
});

test('after too long away a call is over for the server, and an open offer is made again', async () => {
  const { seat, asked, told, comesBack, what } = await seated();
  const offered = await seat.offer(description);
  const { offer } = (offered as { value: { offer: string } }).value;
  told({ ...offerOf(alice!, offer), what: 'answered', mail: 'w1', by: bob!, answer: description } as News, 1);
  await seat.offer({ ...description, sdp: 'v=1' });
  const before = asked.length;
  await comesBack({ peers: [] }, limits.graceMs + 1);
  expect(what().slice(-3)).toEqual(['connectionLost', 'connectionBack', 'peerLeft']);
  expect(asked.slice(before)).toMatchObject([{ what: 'offer', description: { sdp: 'v=1' } }]);
});

test('an offer that was taken back while we were forgotten is over, once whoever made it had the time to tell it again', async () => {
  const { told, comesBack, what } = await seated();
  told(offerOf(bob!, 'b1:1'), 1);
  told(offerOf(bob!, 'b1:2'), 2);
  await comesBack({ peers: [bob!] });
  told(offerOf(bob!, 'b1:2'), 1);
  expect(what().slice(2)).toEqual(['connectionLost', 'connectionBack']);
  await vi.advanceTimersByTimeAsync(limits.graceMs);
  expect(what().slice(4)).toEqual(['offerWithdrawn']);
});

test('of the offers of somebody who does not come back nothing is said beyond that they left', async () => {
  const { told, comesBack, what } = await seated();
  told(offerOf(bob!, 'b1:1'), 1);
  await comesBack({ peers: [] });
  await vi.advanceTimersByTimeAsync(limits.graceMs);
  expect(what().slice(3)).toEqual(['peerLeft']);
});

test('what others tell again is heard once, and answered with what was said', async () => {
  const { seat, asked, told, what } = await seated();
  told(offerOf(bob!, 'b1:1'), 1);
  void seat.answer('b1:1', { type: 'answer', sdp: 'v=0' });
  void seat.candidate({ candidate: 'c1' });
  told(offerOf(bob!, 'b1:1'), 2);
  expect(what()).toEqual(['offerWaiting']);
  expect(asked.map(({ what, mail }) => [what, mail.split('.')[1]])).toEqual([
    ['answer', '1'],
    ['candidate', '2'],
    ['answer', '1'],
    ['candidate', '2'],
  ]);
});

test('an offer that was withdrawn may be made again', async () => {
  const { told, what } = await seated();
  told(offerOf(bob!, 'b1:1'), 1);
  told({ what: 'offerWithdrawn', offer: 'b1:1', why: 'left' }, 2);
  told(offerOf(bob!, 'b1:1'), 3);
  expect(what()).toEqual(['offerWaiting', 'offerWithdrawn', 'offerWaiting']);
});

test('what was refused is not said again', async () => {
  const { seat, asked, told } = await seated(() => refuse({ reason: 'already-answered', by: 'carol' }));
  told(offerOf(bob!, 'b1:1'), 1);
  expect(await seat.answer('b1:1', { type: 'answer', sdp: 'v=0' })).toMatchObject({ ok: false });
  told(offerOf(bob!, 'b1:1'), 2);
  expect(asked).toHaveLength(1);
});

test('a full house is tried again, a wrong password is not', async () => {
  const { seat, hellos, isTurnedAway, comesBack, what } = await seated();
  await isTurnedAway(refuse({ reason: 'house-full' }));
  expect(hellos.length).toBeGreaterThan(2);
  await comesBack({ resumed: true });
  const before = hellos.length;
  await isTurnedAway(refuse({ reason: 'wrong-password' }));
  expect(hellos).toHaveLength(before + 1);
  expect(what().at(-1)).toBe('turnedAway');
  expect(await seat.offer(description)).toMatchObject({ refusal: { reason: 'not-here' } });
});

test('whoever leaves hears of nobody any more, though their farewell is still on its way', async () => {
  const { stop, told, what } = await seated(() => new Promise<never>(() => {}));
  stop.abort();
  told({ what: 'peerLeft', peer: bob! });
  expect(what()).toEqual([]);
});

test('a connection that is lost while somebody leaves is not made again to say so', async () => {
  const { seat, hellos, comesBack } = await seated(() => new Promise<never>(() => {}));
  const leaving = seat.leave();
  await comesBack({});
  expect(await leaving).toMatchObject({ refusal: { reason: 'not-here' } });
  expect(hellos).toHaveLength(1);
});

test('nothing is tried once the page has gone', async () => {
  const { hellos, comesBack, stop } = await seated();
  stop.abort();
  await comesBack({}, 60_000);
  expect(hellos).toHaveLength(1);
});
