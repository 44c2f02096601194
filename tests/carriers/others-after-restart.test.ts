import { describe, expect, onTestFinished, test } from 'vitest';
import type { Witnessed } from '../../protocol/witness.ts';
import { party } from '../../src/carriers/websocket.ts';
import { described, join } from './person.ts';
import { carriers, inAHouseOfOurs, offerOf } from './two-of-them.ts';

describe.each(Object.entries(carriers))('a server that is restarted, over %s', (_, carrier) => {
  test('who comes later finds the offer that is open, and none that is over', async () => {
    const { alice, bob, restart, back, port } = await inAHouseOfOurs(carrier);
    const over = await offerOf(alice.seat.offer(described('offer', 'o1')));
    await bob.seat.answer(over, described('answer', 'w1'));
    await alice.told('answered');
    await bob.seat.hangUp(over);
    await alice.told('hungUp');
    await alice.seat.offer(described('offer', 'o2'), bob.seat.you.seat);
    await restart();
    await back();
    await bob.settled();
    const carol = await join(party(`http://localhost:${port}`), { name: 'carol' });
    await carol.settled();
    expect(carol.story()).toEqual([]);
    expect(bob.story().filter((line) => line.includes('o2'))).toHaveLength(1);
    expect(carol.seat.peers.map(({ name }) => name).sort()).toEqual(['alice', 'bob']);
  });

  test('whoever finds the room locked by others is turned away, and told so', async () => {
    const { alice, bob, restart, port, wire } = await inAHouseOfOurs(carrier);
    bob.stop();
    await alice.told('peerLeft');
    wire.cut();
    await restart();
    await join(carrier(`http://localhost:${port}`), { name: 'eve', password: 'mine' });
    const offered = alice.seat.offer(described('offer', 'o1'));
    wire.mend();
    expect((await alice.told('turnedAway')).why.refusal.reason).toBe('wrong-password');
    expect(await offered).toMatchObject({ refusal: { reason: 'wrong-password' } });
    expect(await alice.seat.leave()).toMatchObject({ refusal: { reason: 'not-here' } });
  });

  test('whoever watches goes on watching, and sees nothing twice', async () => {
    const { alice, restart, back, port } = await inAHouseOfOurs(carrier);
    const stop = new AbortController();
    onTestFinished(() => stop.abort());
    const seen: Witnessed[] = [];
    const offers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const see = (entries: Witnessed[]) => {
      seen.push(...entries);
      const heard = seen.filter(({ what, name }) => what === 'received' && name === 'offer').length;
      for (const offer of offers.slice(0, heard)) offer.resolve();
    };
    await carrier(`http://localhost:${port}`).watch({ room: 'tea' }, see, stop.signal);
    await restart();
    await back();
    await alice.seat.offer(described('offer', 'o1'));
    await offers[0]!.promise;
    expect(new Set(seen.map(({ id, at }) => `${id} ${at}`)).size).toBe(seen.length);
  });
});
