import { expect, test } from 'vitest';
import { answerBinding, xorMappedAddress } from './answer-binding.ts';
import { readMessage, writeMessage } from './stun-message.ts';

// The numbers of RFC 5769. Their fingerprints are checked; their integrity attributes are bytes like any other here,
// since a server that asks nobody for credentials neither makes nor checks any.
const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');
const header = '2112a442 b7e7a701 bc34d686 fa87dfae';

const request = hex(`0001 0058 ${header}
  8022 0010 5354554e 20746573 7420636c 69656e74
  0024 0004 6e0001ff
  8029 0008 932ff9b1 51263b36
  0006 0009 6576746a 3a683676 59202020
  0008 0014 9aeaa70c bfd8cb56 781ef2b5 b2d3f249 c1b571a2
  8028 0004 e57a3bcf`);
const overIpv4 = hex(`0101 003c ${header}
  8022 000b 74657374 20766563 746f7220
  0020 0008 0001a147 e112a643
  0008 0014 2b91f599 fd9e90c3 8c7489f9 2af9ba53 f06be7d7
  8028 0004 c07d4c96`);
const overIpv6 = hex(`0101 0048 ${header}
  8022 000b 74657374 20766563 746f7220
  0020 0014 0002a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9
  0008 0014 a382954e 4be67bf1 1784c97c 8292c275 bfe3ed41
  8028 0004 c8fb0b4c`);
const longTerm = hex(`0001 0060 2112a442 78ad3433 c6ad72c0 29da412e
  0006 0012 e3839ee3 8388e383 aae38383 e382afe3 82b90000
  0015 001c 662f2f34 39396b39 35346436 4f4c3334 6f4c3946 53547679 36347341
  0014 000b 6578616d 706c652e 6f726700
  0008 0014 f6702465 6dd64a3e 02b8e071 2e85c9a2 8ca89666`);

test.each([
  ['the request', request, ['8022', '24', '8029', '6', '8', '8028']],
  ['the answer over IPv4', overIpv4, ['8022', '20', '8', '8028']],
  ['the answer over IPv6', overIpv6, ['8022', '20', '8', '8028']],
])('%s of RFC 5769 is read, and its fingerprint is right; with any bit turned over it is not', (_, sample, types) => {
  const message = readMessage(sample)!;
  expect(message.isFingerprinted).toBe(true);
  expect(message.attributes.map(({ type }) => type.toString(16))).toEqual(types);
  for (let bit = 0; bit < sample.length * 8; bit++) {
    const damaged = Buffer.from(sample);
    damaged[bit >> 3]! ^= 1 << (bit & 7);
    expect(readMessage(damaged)?.isFingerprinted ?? false).toBe(false);
  }
});

test.each([
  ['192.0.2.1', overIpv4],
  ['2001:db8:1234:5678:11:2233:4455:6677', overIpv6],
])('the address %s is written as there', (address, sample) => {
  const { transaction, attributes } = readMessage(sample)!;
  const written = xorMappedAddress({ address, port: 32853 }, transaction);
  expect(written).toEqual(attributes.find(({ type }) => type === written.type));
});

test('the request with long-term credentials is written as there, and gets its answer though nobody asked for them', () => {
  const message = readMessage(longTerm)!;
  expect(writeMessage(message)).toEqual(longTerm);
  expect(answerBinding(longTerm, { address: '192.0.2.1', port: 32853 })).toMatchObject({ isError: false });
});

test('the request itself is a check between two peers: it demands a PRIORITY, which no server knows', () => {
  const { bytes, isError } = answerBinding(request, { address: '192.0.2.1', port: 32853 })!;
  expect(isError).toBe(true);
  expect(readMessage(bytes)!.attributes[1]!.value.toString('hex')).toBe('0024');
});
