import { expect, onTestFinished, test } from 'vitest';
import { xorMappedAddress } from './answer-binding.ts';
import { openStandIn, seenAs, standInUrl } from './stand-in-nat.ts';
import { somebody } from './stun.fixture.ts';
import { readMessage, writeMessage } from './stun-message.ts';

test('whoever asks from this machine is told an address that is not theirs', async () => {
  const { port, close } = await openStandIn(false, () => ['127.0.0.1']);
  onTestFinished(close);
  const alice = await somebody('127.0.0.1');
  const { transaction, attributes } = await alice.ask(port);
  expect(attributes).toEqual([xorMappedAddress({ address: seenAs, port: alice.port }, transaction)]);
});

test('another machine gets an answer only from a server that is there for others', async () => {
  const [closed, open] = await Promise.all([openStandIn(false, () => []), openStandIn(true, () => [])]);
  onTestFinished(closed.close);
  onTestFinished(open.close);
  const alice = await somebody('127.0.0.1');
  // What is not answered never comes: the answer to the second question is the first.
  const first = Promise.race([alice.ask(closed.port).then(() => 'closed'), alice.ask(open.port).then(() => 'open')]);
  expect(await first).toBe('open');
});

test.each([
  ['localhost:8181', ['192.0.2.5', 'fd00::2'], 'stun:192.0.2.5:7000'],
  ['127.0.0.1:8181', ['fd00::2'], undefined],
  ['[::1]:8181', [], undefined],
  ['192.0.2.9:8181', ['192.0.2.5'], 'stun:192.0.2.9:7000'],
  ['laptop.local', [], 'stun:laptop.local:7000'],
])('a page that called us %s, at a machine with %j, asks at %s', (host, own, url) => {
  expect(standInUrl(host, 7000, own)).toBe(url);
});

test('as a relay it refuses everybody, in less than twice the words of the question', async () => {
  const { port, close } = await openStandIn(false, () => ['127.0.0.1']);
  onTestFinished(close);
  const alice = await somebody('127.0.0.1');
  const transaction = Buffer.alloc(12, 7);
  // REQUESTED-TRANSPORT: UDP. So Chromium and Firefox ask at first, without a name.
  const attributes = [{ type: 0x0019, value: Buffer.from([17, 0, 0, 0]) }];
  const question = writeMessage({ type: 0x0003, transaction, attributes, isFingerprinted: false });
  alice.say(question, port);
  await expect.poll(() => alice.heard.length).toBe(1);
  const answer = readMessage(alice.heard[0]!)!;
  expect([answer.type, answer.attributes[0]!.value.readUInt16BE(2)]).toEqual([0x0113, 0x0401]);
  expect(alice.heard[0]!.length).toBeLessThanOrEqual(2 * question.length);
});

test('where none answers, none is named', () => {
  expect(standInUrl('localhost:8181', undefined, ['192.0.2.5'])).toBeUndefined();
});
