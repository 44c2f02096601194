import { describe, expect, test } from 'vitest';
import type { Witnessed } from '../../protocol/witness.ts';
import type { Carrier } from '../../src/carriers/carrier.ts';
import { described, found, join } from './person.ts';

type Open = () => Promise<{ alice: Carrier; bob: Carrier }>;

/** What every carrier promises, said once. */
export function conversation(open: Open) {
  /** Both in the room, and each knows of the other. */
  async function together() {
    const carriers = await open();
    const alice = await join(carriers.alice, { name: 'alice' });
    const bob = await join(carriers.bob, { name: 'bob' });
    await alice.told('peerJoined');
    return { carriers, alice, bob };
  }

  /** Alice has offered, Bob has answered. */
  async function calling() {
    const both = await together();
    const { alice, bob } = both;
    const { value } = (await alice.seat.offer(described('offer', 'o1'))) as { value: { offer: string } };
    await bob.told('offerWaiting');
    expect(await bob.seat.answer(value.offer, described('answer', 'w1'))).toMatchObject({ ok: true, value });
    await alice.told('answered');
    return { ...both, offer: value.offer };
  }

  const done = { ok: true };
  const refused = (reason: string) => ({
    ok: false,
    refusal: { reason },
    sentence: expect.stringMatching(/^[A-Z].+\.$/),
  });

  describe('joining', () => {
    test('each learns who is there and who comes', async () => {
      const { alice, bob } = await together();
      expect([alice.seat.you.name, bob.seat.you.name]).toEqual(['alice', 'bob']);
      expect([alice.seat.peers, bob.seat.peers]).toEqual([[bob.seat.you], [alice.seat.you]]);
      expect([alice.story(), bob.story()]).toEqual([['peerJoined bob'], []]);
    });

    test('a name that is taken gets a number', async () => {
      const carriers = await open();
      const [first, second] = [await join(carriers.alice, { name: 'sam' }), await join(carriers.bob, { name: 'sam' })];
      expect([first.seat.you.name, second.seat.you.name]).toEqual(['sam', 'sam 2']);
    });

    test('a wrong password is a sentence, and the right one opens', async () => {
      const carriers = await open();
      await join(carriers.alice, { name: 'alice', password: 'x' });
      const guess = { room: 'tea', name: 'eve', password: 'y' };
      expect(await carriers.bob.join(guess, new AbortController().signal)).toMatchObject(refused('wrong-password'));
      await join(carriers.bob, { name: 'bob', password: 'x' });
    });

    test('another room is another world', async () => {
      const { alice, bob, carriers } = await together();
      const eve = await join(carriers.alice, { name: 'eve', room: 'elsewhere' });
      await eve.seat.offer(described('offer', 'o1'));
      await Promise.all([alice.settled(), bob.settled()]);
      expect([...alice.story(), ...bob.story()]).toEqual(['peerJoined bob']);
    });
  });

  describe('a call', () => {
    test('offer, answer and candidates reach the other side in order, and nothing overtakes', async () => {
      const { alice, bob } = await together();
      void alice.seat.candidate(found('a1'));
      const offered = alice.seat.offer(described('offer', 'o1'));
      void alice.seat.candidate(found('a2'));
      const { offer } = await bob.told('offerWaiting');
      expect(await offered).toEqual({ ok: true, value: { offer: offer.id } });
      void bob.seat.candidate(found('b1'), offer.id);
      expect(await bob.seat.answer(offer.id, described('answer', 'w1'))).toMatchObject(done);
      await alice.told('candidateFound');
      await alice.seat.candidate(found('a3'));
      await bob.seat.candidate(null);
      await alice.told('candidateFound', 2);
      await bob.told('candidateFound', 3);
      expect(alice.story().slice(1)).toEqual(['answer "w1" of bob', 'candidate b1 of bob', 'candidate none of bob']);
      const candidates = ['a1', 'a2', 'a3'].map((name) => `candidate ${name} of alice`);
      expect(bob.story()).toEqual(['offer "o1" of alice', ...candidates]);
    });

    test('an offer waits for whoever comes', async () => {
      const carriers = await open();
      const alice = await join(carriers.alice, { name: 'alice' });
      await alice.seat.offer(described('offer', 'o1'));
      const bob = await join(carriers.bob, { name: 'bob' });
      const { offer } = await bob.told('offerWaiting');
      expect(offer).toMatchObject({ from: alice.seat.you, description: described('offer', 'o1') });
    });

    test('what a browser hands out arrives as what it is', async () => {
      const { alice, bob, offer } = await calling();
      const candidate = Object.create({ toJSON: () => found('a1') }) as RTCIceCandidate;
      await alice.seat.candidate(candidate);
      expect(await bob.told('candidateFound')).toMatchObject({ offer, candidate: found('a1'), from: alice.seat.you });
    });

    test('what is held for an answer can be had before it, and comes once', async () => {
      const { alice, bob } = await together();
      const { value } = (await alice.seat.offer(described('offer', 'o1'))) as { value: { offer: string } };
      await alice.seat.candidate(found('a1'));
      await bob.told('offerWaiting');
      expect(await bob.seat.collect(value.offer)).toMatchObject(done);
      expect(bob.story().at(-1)).toBe('candidate a1 of alice');
      await alice.seat.candidate(found('a2'));
      await bob.seat.answer(value.offer, described('answer', 'w1'));
      expect(bob.story().slice(-2)).toEqual(['candidate a1 of alice', 'candidate a2 of alice']);
    });

    test('whoever hangs up is heard', async () => {
      const { alice, bob, offer } = await calling();
      expect(await bob.seat.hangUp(offer)).toMatchObject(done);
      expect(await alice.told('hungUp')).toMatchObject({ offer, by: bob.seat.you });
      expect(await alice.seat.hangUp(offer)).toMatchObject(refused('no-such-offer'));
    });

    test('an offer that is taken back is gone', async () => {
      const { alice, bob } = await together();
      const { value } = (await alice.seat.offer(described('offer', 'o1'))) as { value: { offer: string } };
      expect(await alice.seat.withdraw(value.offer)).toMatchObject(done);
      expect(await bob.told('offerWithdrawn')).toEqual({
        what: 'offerWithdrawn',
        offer: value.offer,
        why: 'withdrawn',
      });
      expect(await bob.seat.answer(value.offer, described('answer', 'w1'))).toMatchObject(refused('no-such-offer'));
    });

    test('either may call again, and both calls go on', async () => {
      const { alice, bob, offer } = await calling();
      const { value } = (await bob.seat.offer(described('offer', 'o2'), alice.seat.you.seat)) as {
        value: { offer: string };
      };
      await alice.told('offerWaiting');
      await alice.seat.answer(value.offer, described('answer', 'w2'));
      await alice.seat.candidate(found('a1'), offer);
      await alice.seat.candidate(found('a2'));
      await bob.told('candidateFound', 2);
      const about = bob.heard.filter(({ what }) => what === 'candidateFound') as { offer: string }[];
      expect(about.map(({ offer }) => offer)).toEqual([offer, value.offer]);
    });
  });

  describe('everything is answered', () => {
    test.each([
      ['an answer to nothing', 'no-such-offer', 'answer', 'none'],
      ['a candidate for nothing', 'no-such-offer', 'candidate', 'none'],
      ['hanging up nothing', 'no-such-offer', 'hangUp', 'none'],
    ] as const)('%s', async (_, reason, what, offer) => {
      const { alice } = await together();
      const asked = {
        answer: () => alice.seat.answer(offer, described('answer', 'w1')),
        candidate: () => alice.seat.candidate(found('a1'), offer),
        hangUp: () => alice.seat.hangUp(offer),
      };
      expect(await asked[what]()).toMatchObject(refused(reason));
    });

    test('a description of the wrong type, in one way or another', async () => {
      const { alice } = await together();
      expect(await alice.seat.answer('none', described('offer', 'o1'))).toMatchObject({ ok: false });
    });

    test('a second answer', async () => {
      const { bob, offer } = await calling();
      expect(await bob.seat.answer(offer, described('answer', 'w2'))).toMatchObject(refused('already-answered'));
    });
  });

  describe('leaving', () => {
    test('the others hear of it, and the offers go along', async () => {
      const { alice, bob } = await together();
      await alice.seat.offer(described('offer', 'o1'));
      await bob.told('offerWaiting');
      expect(await alice.seat.leave()).toMatchObject(done);
      await bob.told('peerLeft');
      expect(bob.story()).toEqual(['offer "o1" of alice', 'no offer: left', 'peerLeft alice']);
      expect(bob.seat.peers).toEqual([]);
      expect(await alice.seat.offer(described('offer', 'o2'))).toMatchObject(refused('not-here'));
    });

    test('aborting is leaving', async () => {
      const { alice, bob } = await together();
      alice.stop();
      await bob.told('peerLeft');
    });
  });

  describe('watching', () => {
    test('shows what the server does, from the beginning and as it goes on, and nobody is told', async () => {
      const { carriers, alice, bob, offer } = await calling();
      const stop = new AbortController();
      const seen: Witnessed[] = [];
      const isSeen = Promise.withResolvers<void>();
      const see = (entries: Witnessed[]) => {
        seen.push(...entries);
        if (seen.some(({ name, what }) => name === 'hangUp' && what === 'sent')) isSeen.resolve();
      };
      expect(await carriers.bob.watch({ room: 'tea' }, see, stop.signal)).toMatchObject(done);
      await alice.seat.hangUp(offer);
      await isSeen.promise;
      stop.abort();
      const lane = seen.filter(({ on }) => on === offer).map(({ what, name }) => `${what} ${name}`);
      expect(lane).toEqual([
        ...['received offer', 'held offer', 'sent offer'],
        ...['received answer', 'sent answer'],
        ...['received hangUp', 'sent hangUp'],
      ]);
      await bob.settled();
      expect(bob.seat.peers).toEqual([alice.seat.you]);
    });

    test('a locked room is watched by whoever has its password', async () => {
      const carriers = await open();
      await join(carriers.alice, { name: 'alice', password: 'x' });
      const { signal } = new AbortController();
      expect(await carriers.bob.watch({ room: 'tea' }, () => {}, signal)).toMatchObject(refused('wrong-password'));
    });
  });
}
