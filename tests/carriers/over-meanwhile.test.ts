import { describe, expect, test } from 'vitest';
import { described } from './person.ts';
import { callOf, carriers, inAHouseOfOurs, offerOf } from './two-of-them.ts';

describe.each(Object.entries(carriers))('a server that is restarted, over %s', (_, carrier) => {
  test('whoever hangs up while nobody is there to hear it has hung up', async () => {
    const { alice, bob, restart, back } = await inAHouseOfOurs(carrier);
    const offer = await offerOf(alice.seat.offer(described('offer', 'o1')));
    await bob.told('offerWaiting');
    await bob.seat.answer(offer, described('answer', 'w1'));
    await alice.told('answered');
    const restarted = restart();
    await Promise.all([alice.told('connectionLost'), bob.told('connectionLost')]);
    const over = bob.seat.hangUp(offer);
    await restarted;
    await back();
    expect(await over).toMatchObject({ ok: true });
    await alice.told('hungUp');
    await Promise.all([alice.settled(), bob.settled()]);
    expect(callOf(alice)).toEqual(['peerJoined bob', 'answer "w1" of bob', 'bob hung up']);
    expect(callOf(bob)).toEqual(['offer "o1" of alice']);
  });

  test('and whoever takes an offer back, or leaves the one who answered it', async () => {
    const { alice, bob, restart, back } = await inAHouseOfOurs(carrier);
    const [first, second] = [
      await offerOf(alice.seat.offer(described('offer', 'o1'))),
      await offerOf(alice.seat.offer(described('offer', 'o2'))),
    ];
    await bob.told('offerWaiting', 2);
    await bob.seat.answer(first, described('answer', 'w1'));
    await alice.told('answered');
    const restarted = restart();
    await Promise.all([alice.told('connectionLost'), bob.told('connectionLost')]);
    const over = [alice.seat.hangUp(first), alice.seat.withdraw(second)];
    await restarted;
    await back();
    expect(await Promise.all(over)).toMatchObject([{ ok: true }, { ok: true }]);
    await Promise.all([alice.settled(), bob.settled()]);
    expect(await bob.told('hungUp')).toMatchObject({ offer: first, by: alice.seat.you });
    expect(await bob.told('offerWithdrawn')).toMatchObject({ offer: second, why: 'withdrawn' });
    expect(callOf(bob)).toHaveLength(4);
  });

  test('whoever hangs up before the call was told again has hung up, and taken nothing back', async () => {
    const { alice, bob, restart } = await inAHouseOfOurs(carrier);
    const offer = await offerOf(alice.seat.offer(described('offer', 'o1')));
    await bob.told('offerWaiting');
    await bob.seat.answer(offer, described('answer', 'w1'));
    await alice.told('answered');
    const restarted = restart();
    await alice.told('connectionBack');
    const over = alice.seat.hangUp(offer);
    await restarted;
    expect(await bob.told('hungUp')).toMatchObject({ offer, by: alice.seat.you });
    expect(await over).toMatchObject({ ok: true });
    expect(callOf(bob)).toEqual(['offer "o1" of alice', 'alice hung up']);
  });

  test.each(['before', 'after'])('whoever comes back %s an offer was taken back hears that it was', async (when) => {
    const { alice, bob, restart, wire } = await inAHouseOfOurs(carrier);
    const offer = await offerOf(bob.seat.offer(described('offer', 'o1')));
    await alice.told('offerWaiting');
    wire.cut();
    const restarted = restart();
    await bob.told('connectionLost');
    const takeBack = () => bob.seat.withdraw(offer);
    const early = when === 'before' ? takeBack() : undefined;
    await restarted;
    await bob.told('connectionBack');
    const over = early ?? takeBack();
    // Whatever Bob has said by now has been heard: an answer comes after everything that was asked before it.
    await bob.settled();
    wire.mend();
    expect(await alice.told('offerWithdrawn')).toMatchObject({ offer, why: 'withdrawn' });
    expect(await over).toMatchObject({ ok: true });
    expect(callOf(alice)).toEqual(['peerJoined bob', 'offer "o1" of bob', 'no offer: withdrawn']);
  });
});
