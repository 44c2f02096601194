import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerBinding } from './answer-binding.ts';
import { magicCookie, readMessage, writeMessage } from './stun-message.ts';

const transaction = Buffer.from('b7e7a701bc34d686fa87dfae', 'hex');
const alice = { address: '192.0.2.1', port: 32853 };
const bob = { address: '2001:db8:1234:5678:11:2233:4455:6677', port: 32853 };

const question = (attributes: [type: number, value: string][] = [], isFingerprinted = false) =>
  writeMessage({
    type: 0x0001,
    transaction,
    isFingerprinted,
    attributes: attributes.map(([type, value]) => ({ type, value: Buffer.from(value) })),
  });
const answerTo = (datagram: Buffer, from = alice) => {
  const { bytes, isError } = answerBinding(datagram, from)!;
  return { ...readMessage(bytes)!, isError, bytes: bytes.length };
};

describe('a question', () => {
  test.each([
    ['over IPv4', alice, 32],
    ['over IPv6', bob, 44],
  ])('%s is answered with the address that it came from, and not a byte more', (_, from, bytes) => {
    const { type, transaction: id, attributes, ...rest } = answerTo(question(), from);
    expect(rest).toEqual({ isError: false, isFingerprinted: false, bytes });
    expect([type, id, attributes.map(({ type }) => type)]).toEqual([0x0101, transaction, [0x0020]]);
  });

  test('with a fingerprint gets an answer with a fingerprint', () => {
    expect(answerTo(question([], true))).toMatchObject({ isFingerprinted: true, isError: false });
  });

  test('with credentials is answered like any other: nobody asked for them', () => {
    const credentials = question([
      [0x0006, 'alice'],
      [0x0014, 'realm'],
      [0x0015, 'nonce'],
      [0x0008, '12345678901234567890'],
    ]);
    expect(answerTo(credentials)).toMatchObject({ isError: false });
  });

  test('that demands what we do not know is told what, once each', () => {
    const { type, attributes, isError } = answerTo(
      question([
        [0x0003, '\0\0\0\x06'],
        [0x7fff, ''],
        [0x0003, ''],
        [0x8022, 'a program'],
      ]),
    );
    expect([type, isError]).toEqual([0x0111, true]);
    const [error, unknown] = attributes;
    expect([error!.type, [...error!.value.subarray(0, 4)]]).toEqual([0x0009, [0, 0, 4, 20]]);
    expect([unknown!.type, unknown!.value.toString('hex')]).toEqual([0x000a, '00037fff']);
  });

  test('is over at its integrity attribute: what stands behind it demands nothing', () => {
    const sealed = question([
      [0x0008, '12345678901234567890'],
      [0x7fff, ''],
    ]);
    expect(answerTo(sealed)).toMatchObject({ isError: false });
  });
});

describe('nothing is said to', () => {
  const bytes = (change: (datagram: Buffer) => void) => {
    const datagram = question([[0x8022, 'a program']], true);
    change(datagram);
    return datagram;
  };

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['half a header', question().subarray(0, 19)],
    ['RTP', Buffer.concat([Buffer.from([0x80, 0x60]), question().subarray(2)])],
    ['DTLS', Buffer.concat([Buffer.from([22, 254, 253]), question().subarray(3)])],
    ['STUN of before 2008, without the cookie', bytes((datagram) => datagram.writeUInt32BE(magicCookie + 1, 4))],
    ['an answer, or two servers would talk for ever', bytes((datagram) => datagram.writeUInt16BE(0x0101, 0))],
    ['an error', bytes((datagram) => datagram.writeUInt16BE(0x0111, 0))],
    ['an indication', bytes((datagram) => datagram.writeUInt16BE(0x0011, 0))],
    ['a TURN allocation', bytes((datagram) => datagram.writeUInt16BE(0x0003, 0))],
    ['a wrong fingerprint', bytes((datagram) => datagram.writeUInt32BE(1, datagram.length - 4))],
    ['what stands behind a fingerprint', Buffer.concat([question([], true), question()])],
    ['a length that is not its own', bytes((datagram) => datagram.writeUInt16BE(8, 2))],
    ['a length that is no multiple of four', Buffer.concat([bytes((b) => b.writeUInt16BE(26, 2)), Buffer.alloc(2)])],
    ['an attribute that ends outside', bytes((datagram) => datagram.writeUInt16BE(200, 22))],
    ['megabytes, or as much as fits', question([[0x8022, 'a'.repeat(1_280)]])],
  ])('%s', (_, datagram) => {
    expect(answerBinding(datagram, alice)).toBeUndefined();
  });

  test('whoever has no port: nothing can be sent there', () => {
    expect(answerBinding(question(), { ...alice, port: 0 })).toBeUndefined();
  });
});

// What a packet weighs before its first byte of ours: the headers of IP and UDP.
const onTheWire = (bytes: number, { address }: typeof alice) => bytes + (address.includes(':') ? 48 : 28);

const senders = fc.record({ address: fc.oneof(fc.ipV4(), fc.ipV6()), port: fc.nat(65_535) });
const attributes = fc.array(fc.tuple(fc.oneof(fc.nat(0xffff), fc.constantFrom(0x0003, 0x0008, 0x8028)), fc.string()));
const shuffled = (datagram: Buffer, changes: readonly [number, number][]) => {
  for (const [at, byte] of changes) datagram[at % datagram.length] = byte;
  return datagram;
};

describe('whatever comes', () => {
  const holds = (datagram: Buffer, from: typeof alice) => {
    const answer = answerBinding(datagram, from);
    if (!answer) return;
    const [came, went] = [datagram.length, answer.bytes.length];
    expect(onTheWire(went, from)).toBeLessThanOrEqual(2 * onTheWire(came, from));
    // Without the headers only the barest question over IPv6 gets four bytes more than twice its own.
    expect(went).toBeLessThanOrEqual(Math.max(44, 2 * came));
    expect(readMessage(answer.bytes)).toBeDefined();
  };

  test('noise: it throws nothing and sends out no more than twice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1_500 }), senders, (noise, from) => holds(Buffer.from(noise), from)),
    );
  });

  test('something like a question: the same', () => {
    const change = fc.array(fc.tuple(fc.nat(1_500), fc.nat(255)), { maxLength: 3 });
    fc.assert(
      fc.property(attributes, fc.boolean(), change, senders, (said, isFingerprinted, changes, from) =>
        holds(shuffled(question(said, isFingerprinted), changes), from),
      ),
      { numRuns: 1_000 },
    );
  });
});
