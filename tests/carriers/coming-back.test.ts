import { describe, expect, test } from 'vitest';
import { described, found } from './person.ts';
import { behindACable, carriers } from './two-of-them.ts';

describe.each(Object.entries(carriers))('a connection that is lost, over %s', (_, carrier) => {
  test('what was said meanwhile is heard afterwards, in order and once, and nobody was told that she was gone', async () => {
    const { wire, alice, bob } = await behindACable(carrier);
    wire.cut();
    await alice.told('connectionLost');
    await bob.seat.offer(described('offer', 'o1'));
    await bob.seat.candidate(found('b1'));
    const offered = alice.seat.offer(described('offer', 'o2'));
    void alice.seat.candidate(found('a1'));
    wire.mend();
    await alice.told('connectionBack');
    expect(await offered).toMatchObject({ ok: true });
    await Promise.all([alice.settled(), bob.settled()]);
    expect(alice.story().slice(1)).toEqual(['connectionLost', 'connectionBack', 'offer "o1" of bob']);
    expect(bob.story()).toEqual(['offer "o2" of alice']);
    expect(alice.seat.peers).toEqual([bob.seat.you]);

    const { offer } = await alice.told('offerWaiting');
    await alice.seat.answer(offer.id, described('answer', 'w1'));
    await alice.told('candidateFound');
    expect(alice.story().slice(4)).toEqual(['candidate b1 of bob']);
  });

  test('a request whose answer was lost is answered later, and was done once', async () => {
    const { wire, alice, bob } = await behindACable(carrier);
    wire.mute();
    const offered = alice.seat.offer(described('offer', 'o1'));
    const { offer } = await bob.told('offerWaiting');
    await bob.seat.answer(offer.id, described('answer', 'w1'));
    wire.cut();
    await alice.told('connectionLost');
    wire.mend();
    expect(await offered).toEqual({ ok: true, value: { offer: offer.id } });
    await Promise.all([alice.told('answered'), bob.settled()]);
    expect(bob.story()).toEqual(['offer "o1" of alice']);
    expect(alice.story().slice(3)).toEqual(['answer "w1" of bob']);
  });

  test('again and again', async () => {
    const { wire, alice, bob } = await behindACable(carrier);
    for (let times = 1; times <= 5; times++) {
      wire.cut();
      await alice.told('connectionLost', times);
      await bob.seat.offer(described('offer', `o${times}`));
      wire.mend();
      await alice.told('offerWaiting', times);
    }
    expect(alice.story().filter((line) => line.startsWith('offer'))).toHaveLength(5);
    expect(bob.story()).toEqual([]);
  });
});
