import { expect, onTestFinished, test } from 'vitest';
import { xorMappedAddress } from './answer-binding.ts';
import { openStandIn, seenAs } from './stand-in-nat.ts';
import { somebody } from './stun.fixture.ts';
import { readMessage, writeMessage } from './stun-message.ts';

test('whoever asks from this machine is told an address that is not theirs', async () => {
  const { port, close } = await openStandIn(false, () => ['127.0.0.1']);
  onTestFinished(close);
  const alice = await somebody('127.0.0.1');
  const { transaction, attributes } = await alice.ask(port);
  expect(attributes).toEqual([xorMappedAddress({ address: seenAs, port: alice.port }, transaction)]);
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
