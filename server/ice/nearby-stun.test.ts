import { expect, onTestFinished, test } from 'vitest';
import { xorMappedAddress } from './answer-binding.ts';
import { nearbyUrl, openNearby } from './nearby-stun.ts';
import { somebody } from './stun.fixture.ts';

test('whoever asks is told where they are, and their question is counted', async () => {
  const { port, answered, close } = await openNearby(false, () => ['127.0.0.1']);
  onTestFinished(close);
  const alice = await somebody('127.0.0.1');
  const { transaction, attributes } = await alice.ask(port);
  expect(attributes).toEqual([xorMappedAddress({ address: '127.0.0.1', port: alice.port }, transaction)]);
  expect(answered()).toBe(1);
});

test('another machine gets an answer only from a server that is there for others', async () => {
  const [closed, open] = await Promise.all([openNearby(false, () => []), openNearby(true, () => [])]);
  onTestFinished(closed.close);
  onTestFinished(open.close);
  const alice = await somebody('127.0.0.1');
  // What is not answered never comes: the answer to the second question is the first.
  const first = Promise.race([alice.ask(closed.port).then(() => 'closed'), alice.ask(open.port).then(() => 'open')]);
  expect(await first).toBe('open');
  expect(closed.answered()).toBe(0);
});

test.each([
  ['localhost:8181', ['192.0.2.5', 'fd00::2'], 'stun:192.0.2.5:7000'],
  ['127.0.0.1:8181', ['fd00::2'], undefined],
  ['[::1]:8181', [], undefined],
  ['192.0.2.9:8181', ['192.0.2.5'], 'stun:192.0.2.9:7000'],
  ['laptop.local', [], 'stun:laptop.local:7000'],
])('a page that called us %s, at a machine with %j, asks at %s', (host, own, url) => {
  expect(nearbyUrl(host, 7000, own)).toBe(url);
});

test('where none answers, none is named', () => {
  expect(nearbyUrl('localhost:8181', undefined, ['192.0.2.5'])).toBeUndefined();
});
