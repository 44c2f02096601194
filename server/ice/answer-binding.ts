import { limits } from '../../protocol/limits.ts';
import { addressBytes } from './address-bytes.ts';
import {
  attributeTypes,
  magicCookie,
  messageTypes,
  readMessage,
  type StunMessage,
  writeMessage,
} from './stun-message.ts';

export type Sender = { address: string; port: number };
export type BindingAnswer = { bytes: Buffer; isError: boolean };

// What RFC 8489 itself defines is understood. We ask nobody for credentials, so those that are given are not looked at.
const understood = new Set([0x0001, 0x0006, 0x0008, 0x0009, 0x000a, 0x0014, 0x0015, 0x001c, 0x001d, 0x001e, 0x0020]);
const isRequired = (type: number) => type < 0x8000;

/**
 * Tells whoever asks from which address and port their question came, which is all that STUN does for a call. What is
 * no question gets no answer. An answer is short: packet for packet never twice as much goes out as came in, so nobody
 * gains by asking in the name of another. (A question of 20 bytes gets one of 32, or 44 over IPv6.)
 */
export function answerBinding(datagram: Buffer, from: Sender): BindingAnswer | undefined {
  const question = datagram.length <= limits.stun.question ? readMessage(datagram) : undefined;
  // An address with port 0 was made up: nothing can be sent there.
  if (question?.type !== messageTypes.bindingRequest || from.port === 0) return;
  const { transaction, isFingerprinted } = question;
  const unknown = unknownIn(question);
  if (unknown.length > 0) {
    const attributes = [errorCode(420, 'Unknown'), unknownAttributes(unknown)];
    const bytes = writeMessage({ type: messageTypes.bindingError, transaction, attributes, isFingerprinted });
    return { bytes, isError: true };
  }
  const attributes = [xorMappedAddress(from, transaction)];
  const bytes = writeMessage({ type: messageTypes.bindingSuccess, transaction, attributes, isFingerprinted });
  return { bytes, isError: false };
}

/** What would have to be understood and is not. Behind an integrity attribute nothing counts (§14.5, §14.6). */
function unknownIn({ attributes }: StunMessage): number[] {
  const types = attributes.map(({ type }) => type);
  const { messageIntegrity, messageIntegritySha256 } = attributeTypes;
  const sealedAt = types.findIndex((type) => type === messageIntegrity || type === messageIntegritySha256);
  const counted = sealedAt < 0 ? types : types.slice(0, sealedAt);
  return [...new Set(counted)].filter((type) => isRequired(type) && !understood.has(type));
}

/** Hidden from routers that replace every address of theirs that they find in a packet, §14.2. */
export function xorMappedAddress({ address, port }: Sender, transaction: Buffer) {
  const bytes = addressBytes(address);
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(magicCookie);
  transaction.copy(mask, 4);
  const value = Buffer.alloc(4 + bytes.length);
  value[1] = bytes.length === 4 ? 1 : 2;
  value.writeUInt16BE(port ^ mask.readUInt16BE(0), 2);
  for (const [index, byte] of bytes.entries()) value[4 + index] = byte ^ mask[index]!;
  return { type: attributeTypes.xorMappedAddress, value };
}

function errorCode(code: number, reason: string) {
  const number = [0, 0, Math.floor(code / 100), code % 100];
  return { type: attributeTypes.errorCode, value: Buffer.concat([Buffer.from(number), Buffer.from(reason)]) };
}

function unknownAttributes(types: readonly number[]) {
  const value = Buffer.alloc(types.length * 2);
  for (const [index, type] of types.entries()) value.writeUInt16BE(type, index * 2);
  return { type: attributeTypes.unknownAttributes, value };
}
