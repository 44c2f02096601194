import { join as path } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Witnessed } from '../../protocol/witness.ts';
import { house, openHouse } from '../../server/house.fixture.ts';
import { serve } from '../../server/serve.ts';
import { socketIo } from '../../src/carriers/socket-io.ts';
import { party, webSocket } from '../../src/carriers/websocket.ts';
import { cable } from './cable.ts';
import { described, found, join, type Person } from './person.ts';

const carriers = { 'Socket.IO': socketIo, 'a bare WebSocket': webSocket, 'a party': party };

const offerOf = async (asked: ReturnType<Person['seat']['offer']>) => {
  const reply = await asked;
  if (!reply.ok) throw new Error(reply.sentence);
  return reply.value.offer;
};

describe.each(Object.entries(carriers))('a connection that is lost, over %s', (_, carrier) => {
  /** Alice behind a cable, Bob without one. */
  async function together() {
    const { port } = await openHouse();
    const wire = await cable(port);
    const alice = await join(carrier(wire.url), { name: 'alice' });
    const bob = await join(carrier(`http://localhost:${port}`), { name: 'bob' });
    await alice.told('peerJoined');
    return { wire, alice, bob };
  }

  test('what was said meanwhile is heard afterwards, in order and once, and nobody was told that she was gone', async () => {
    const { wire, alice, bob } = await together();
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
    const { wire, alice, bob } = await together();
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
    const { wire, alice, bob } = await together();
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

describe.each(Object.entries(carriers))('a server that is restarted, over %s', (_, carrier) => {
  async function together() {
    const folder = house();
    const folders = { site: path(folder, 'site'), certs: path(folder, 'certs') };
    const options = { host: 'localhost', lan: false, https: false, data: path(folder, 'data') };
    let server = await serve({ ...options, port: 0 }, folders);
    const { port } = server;
    onTestFinished(() => server.close());
    const wire = await cable(port);
    const [alice, bob] = [
      await join(carrier(wire.url), { name: 'alice' }),
      await join(carrier(`http://localhost:${port}`), { name: 'bob' }),
    ];
    await alice.told('peerJoined');

    async function restart() {
      await server.close();
      server = await serve({ ...options, port }, folders);
    }
    const back = (times = 1) => Promise.all([alice.told('connectionBack', times), bob.told('connectionBack', times)]);
    return { alice, bob, restart, back, port, wire };
  }

  const withoutConnections = ({ story }: Person) => story().filter((line) => !line.startsWith('connection'));

  /** The rest of a call, of which so much was said before the server forgot it. */
  async function completes({ alice, bob }: Awaited<ReturnType<typeof together>>) {
    await alice.told('candidateFound', 2);
    await bob.told('candidateFound', 2);
    await Promise.all([alice.settled(), bob.settled()]);
    expect(withoutConnections(alice)).toEqual([
      'peerJoined bob',
      'answer "w1" of bob',
      'candidate b1 of bob',
      'candidate b2 of bob',
    ]);
    expect(withoutConnections(bob)).toEqual(['offer "o1" of alice', 'candidate a1 of alice', 'candidate a2 of alice']);
  }

  test.each([1, 2, 3, 4, 5])('a call completes by itself, whichever step it came to: %i', async (step) => {
    const call = await together();
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
    const call = await together();
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

  test('whoever hangs up while nobody is there to hear it has hung up', async () => {
    const { alice, bob, restart, back } = await together();
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
    expect(withoutConnections(alice)).toEqual(['peerJoined bob', 'answer "w1" of bob', 'bob hung up']);
    expect(withoutConnections(bob)).toEqual(['offer "o1" of alice']);
  });

  test('and whoever takes an offer back, or leaves the one who answered it', async () => {
    const { alice, bob, restart, back } = await together();
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
    expect(withoutConnections(bob)).toHaveLength(4);
  });

  test('whoever hangs up before the call was told again has hung up, and taken nothing back', async () => {
    const { alice, bob, restart } = await together();
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
    expect(withoutConnections(bob)).toEqual(['offer "o1" of alice', 'alice hung up']);
  });

  const accidents = fc.array(
    fc.record({ before: fc.nat(10), what: fc.constantFrom('cut', 'mend', 'restart', 'mute') }),
    { maxLength: 8 },
  );

  test('a call completes whatever happens, and whenever', async () => {
    const says = async (accidents: { before: number; what: string }[]) => {
      const { alice, bob, restart, wire } = await together();
      const happen = async (now: number) => {
        for (const { before, what } of accidents) {
          if (before !== now) continue;
          if (what === 'restart') await restart();
          else wire[what as 'cut' | 'mend' | 'mute']();
        }
      };
      await happen(0);
      void alice.seat.offer(described('offer', 'o1'));
      for (const at of [1, 2, 3]) {
        await happen(at);
        void alice.seat.candidate(found(`a${at}`));
      }
      // A muted line is not lost, and nobody hears that it is until it is cut.
      wire.cut();
      wire.mend();
      const { offer } = await bob.told('offerWaiting');
      await happen(4);
      void bob.seat.answer(offer.id, described('answer', 'w1'));
      for (const at of [5, 6, 7]) {
        await happen(at);
        void bob.seat.candidate(found(`b${at - 4}`), offer.id);
      }
      for (const at of [8, 9, 10]) {
        await happen(at);
        void alice.seat.candidate(found(`a${at - 4}`));
      }
      wire.cut();
      wire.mend();
      await alice.told('candidateFound', 3);
      await bob.told('candidateFound', 6);
      await Promise.all([alice.settled(), bob.settled()]);
      const calls = ({ story }: Person) => story().filter((line) => /^(offer|answer|candidate)/.test(line));
      expect(calls(alice)).toEqual(['answer "w1" of bob', ...[1, 2, 3].map((at) => `candidate b${at} of bob`)]);
      const candidates = [1, 2, 3, 4, 5, 6].map((at) => `candidate a${at} of alice`);
      expect(calls(bob)).toEqual(['offer "o1" of alice', ...candidates]);
      alice.stop();
      bob.stop();
    };
    await fc.assert(fc.asyncProperty(accidents, says), { numRuns: 15, endOnFailure: true });
  }, 60_000);

  test('who comes later finds the offer that is open, and none that is over', async () => {
    const { alice, bob, restart, back, port } = await together();
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
    const { alice, bob, restart, port, wire } = await together();
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
    const { alice, restart, back, port } = await together();
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
