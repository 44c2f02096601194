import { lanAddresses } from '../addresses.ts';
import { answerBinding } from './answer-binding.ts';
import { openNearby } from './nearby-stun.ts';
import { attributeTypes, readMessage, writeMessage } from './stun-message.ts';

/** An address for documents, RFC 5737: nobody has it, and nothing that is sent there arrives. */
export const seenAs = '203.0.113.7';

/**
 * A STUN server that does what a NAT would: whoever asks is told an address that is not theirs. Where no NAT is, a browser
 * sees in no other way what becomes of one. As a relay it refuses everybody.
 */
export const openStandIn = (forOthers: boolean, own = lanAddresses) =>
  openNearby(
    forOthers,
    own,
    (datagram, { port }) => refuseRelay(datagram) ?? answerBinding(datagram, { address: seenAs, port })?.bytes,
  );

const allocate = { request: 0x0003, error: 0x0113 };
const realm = 0x0014;
const nonce = 0x0015;

/** A relay that lets nobody in, RFC 8656 §7.2: whatever the password is, it is the wrong one. */
function refuseRelay(datagram: Buffer): Buffer | undefined {
  const question = readMessage(datagram);
  if (question?.type !== allocate.request) return undefined;
  const attributes = [
    { type: attributeTypes.errorCode, value: Buffer.from([0, 0, 4, 1]) },
    { type: realm, value: Buffer.from('t') },
    { type: nonce, value: Buffer.from('t') },
  ];
  return writeMessage({ type: allocate.error, transaction: question.transaction, attributes, isFingerprinted: false });
}
