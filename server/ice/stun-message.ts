import { crc32 } from 'node:zlib';

// The frame of a STUN message, RFC 8489 §5 and §14: a header, and attributes that each say their type and length.

export const messageTypes = { bindingRequest: 0x0001, bindingSuccess: 0x0101, bindingError: 0x0111 } as const;

export const attributeTypes = {
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  unknownAttributes: 0x000a,
  messageIntegritySha256: 0x001c,
  xorMappedAddress: 0x0020,
  fingerprint: 0x8028,
} as const;

/** Stands in every message, so that none is taken for RTP, DTLS or STUN of before 2008. */
export const magicCookie = 0x2112_a442;

export type Attribute = { type: number; value: Buffer };

export type StunMessage = {
  type: number;
  /** Twelve bytes that the client made up. */
  transaction: Buffer;
  attributes: readonly Attribute[];
  /** Whether a right fingerprint stands at the end. */
  isFingerprinted: boolean;
};

const headerLength = 20;

/** A datagram read as a message; nothing when it is no STUN, is damaged, or is more than one. */
export function readMessage(datagram: Buffer): StunMessage | undefined {
  if (datagram.length < headerLength || datagram.readUInt32BE(4) !== magicCookie) return;
  const [type, length] = [datagram.readUInt16BE(0), datagram.readUInt16BE(2)];
  // The first two bits are 0 where RTP has its version, and DTLS begins with 20 to 63.
  if (type >= 0x4000 || length % 4 !== 0 || headerLength + length !== datagram.length) return;

  const attributes: Attribute[] = [];
  for (let at = headerLength; at < datagram.length; ) {
    const [type, length] = [datagram.readUInt16BE(at), datagram.readUInt16BE(at + 2)];
    const next = at + 4 + padded(length);
    if (next > datagram.length) return;
    const value = datagram.subarray(at + 4, at + 4 + length);
    if (type === attributeTypes.fingerprint) {
      const isRight = length === 4 && value.readUInt32BE(0) === fingerprint(datagram.subarray(0, at));
      if (!isRight || next < datagram.length) return;
    }
    attributes.push({ type, value });
    at = next;
  }
  const isFingerprinted = attributes.at(-1)?.type === attributeTypes.fingerprint;
  return { type, transaction: datagram.subarray(8, headerLength), attributes, isFingerprinted };
}

export function writeMessage({ type, transaction, attributes, isFingerprinted }: StunMessage): Buffer {
  const body = attributes.map(writeAttribute);
  const header = Buffer.alloc(8);
  const length = body.reduce((sum, attribute) => sum + attribute.length, isFingerprinted ? 8 : 0);
  header.writeUInt16BE(type, 0);
  header.writeUInt16BE(length, 2);
  header.writeUInt32BE(magicCookie, 4);
  const message = Buffer.concat([header, transaction, ...body]);
  if (!isFingerprinted) return message;
  const value = Buffer.alloc(4);
  value.writeUInt32BE(fingerprint(message));
  return Buffer.concat([message, writeAttribute({ type: attributeTypes.fingerprint, value })]);
}

function writeAttribute({ type, value }: Attribute): Buffer {
  const bytes = Buffer.alloc(4 + padded(value.length));
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  value.copy(bytes, 4);
  return bytes;
}

const padded = (length: number) => Math.ceil(length / 4) * 4;

// RFC 8489 §14.7. The exclusive or makes it differ from a CRC of whatever carries the message. What is summed up
// already has the length that counts the fingerprint itself.
const fingerprint = (before: Buffer) => (crc32(before) ^ 0x5354_554e) >>> 0;
