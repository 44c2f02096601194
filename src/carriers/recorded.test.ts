import { expect, test } from 'vitest';
import { described, found, join } from '../../tests/carriers/person.ts';
import { createTrace } from '../trace/trace.ts';
import { inThisPage } from './in-this-page.ts';
import { recorded } from './recorded.ts';

/** Alice calls Bob, who answers and hangs up; the room is watched. */
async function recordedCall() {
  const trace = createTrace(() => 0);
  const carrier = recorded(inThisPage(), trace);
  const alice = await join(carrier, { name: 'alice' });
  await carrier.watch({ room: 'tea' }, trace.take, new AbortController().signal);
  await alice.seat.candidate(found('a1'));
  await alice.seat.offer(described('offer', 'o1'));
  await alice.seat.candidate(found('a2'));
  const bob = await join(carrier, { name: 'bob' });
  const { offer } = await bob.told('offerWaiting');
  await bob.seat.answer(offer.id, described('answer', 'w1'));
  await bob.told('candidateFound', 2);
  await bob.seat.hangUp(offer.id);
  await alice.told('hungUp');
  return { entries: trace.entries, alice, bob };
}

test('whatever somebody says or hears is noted under their name', async () => {
  const { entries } = await recordedCall();
  const of = (who: string) =>
    entries.filter((entry) => entry.who === who).map(({ what, name, body }) => [what, name, body].filter(Boolean));
  expect(of('alice')).toEqual([
    ['sent', 'candidate', found('a1')],
    ['sent', 'offer', described('offer', 'o1')],
    ['sent', 'candidate', found('a2')],
    ['event', 'peerJoined', 'bob'],
    ['received', 'answer', described('answer', 'w1')],
    ['received', 'hangUp', { by: 'bob' }],
  ]);
  expect(of('bob')).toEqual([
    ['received', 'offer', described('offer', 'o1')],
    ['sent', 'answer', described('answer', 'w1')],
    ['received', 'candidate', found('a1')],
    ['received', 'candidate', found('a2')],
    ['sent', 'hangUp'],
  ]);
});

test('a message bears one id where it is sent, where the room takes it in, and where it arrives', async () => {
  const { entries } = await recordedCall();
  for (const { mail, name } of entries.filter(({ what, who }) => what === 'sent' && who !== 'server')) {
    const stations = entries.filter((entry) => entry.mail === mail).map(({ who, what }) => `${who} ${what}`);
    expect(stations, name).toContain('server received');
    expect(stations.at(-1), name).toMatch(/^(alice|bob) received$/);
  }
});

test('who is there is still asked of the seat itself', async () => {
  const { alice, bob } = await recordedCall();
  expect(alice.seat.peers).toEqual([bob.seat.you]);
});
