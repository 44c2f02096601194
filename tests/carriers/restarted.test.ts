import { describe, expect, test } from 'vitest';
import { described, found } from './person.ts';
import { callOf, carriers, inAHouseOfOurs, offerOf } from './two-of-them.ts';

describe.each(Object.entries(carriers))('a server that is restarted, over %s', (_, carrier) => {
  /** The rest of a call, of which so much was said before the server forgot it. */
  async function completes({ alice, bob }: Awaited<ReturnType<typeof inAHouseOfOurs>>) {
    await alice.told('candidateFound', 2);
    await bob.told('candidateFound', 2);
    await Promise.all([alice.settled(), bob.settled()]);
    expect(callOf(alice)).toEqual([
      'peerJoined bob',
      'answer "w1" of bob',
      'candidate b1 of bob',
      'candidate b2 of bob',
    ]);
    expect(callOf(bob)).toEqual(['offer "o1" of alice', 'candidate a1 of alice', 'candidate a2 of alice']);
  }

  test.each([1, 2, 3, 4, 5])('a call completes by itself, whichever step it came to: %i', async (step) => {
    const call = await inAHouseOfOurs(carrier);
    const { alice, bob, restart, back } = call;
    const stop = async (now: number) => {
      if (now !== step) return;
      await restart();
      await back();
    };
    await stop(1);
    const offered = alice.seat.offer(described('offer', 'o1'));
    void alice.seat.candidate(found('a1'));
    const offer = await offerOf(offered);
    await bob.told('offerWaiting');
    await stop(2);
    void bob.seat.answer(offer, described('answer', 'w1'));
    void bob.seat.candidate(found('b1'));
    await alice.told('candidateFound');
    await stop(3);
    void alice.seat.candidate(found('a2'));
    await bob.told('candidateFound', 2);
    await stop(4);
    void bob.seat.candidate(found('b2'));
    await alice.told('candidateFound', 2);
    await stop(5);
    await completes(call);
  });

  test('a call completes though everything is said while nobody is there to hear it', async () => {
    const call = await inAHouseOfOurs(carrier);
    const { alice, bob, restart, back } = call;
    const offer = await offerOf(alice.seat.offer(described('offer', 'o1')));
    await bob.told('offerWaiting');
    const restarted = restart();
    await Promise.all([alice.told('connectionLost'), bob.told('connectionLost')]);
    const all = [
      bob.seat.answer(offer, described('answer', 'w1')),
      ...['b1', 'b2'].map((name) => bob.seat.candidate(found(name), offer)),
      ...['a1', 'a2'].map((name) => alice.seat.candidate(found(name), offer)),
    ];
    await restarted;
    await back();
    expect(await Promise.all(all)).toEqual(all.map(() => expect.objectContaining({ ok: true })));
    await completes(call);
  });
});
