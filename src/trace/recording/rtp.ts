import type { Kind } from './kind.ts';
import { attribute } from './natives.ts';

const senderTrack = attribute('RTCRtpSender', 'track');
const receiverTrack = attribute('RTCRtpReceiver', 'track');
const sender = attribute('RTCRtpTransceiver', 'sender');
const receiver = attribute('RTCRtpTransceiver', 'receiver');
const tone = attribute<string>('RTCDTMFToneChangeEvent', 'tone');
const toneBuffer = attribute<string>('RTCDTMFSender', 'toneBuffer');

export const senders: Kind = {
  called: 'sender',
  getters: ['dtmf'],
  watch: (object) => ({ holds: [senderTrack(object)] }),
};

export const receivers: Kind = {
  called: 'receiver',
  watch: (object) => ({ holds: [receiverTrack(object)] }),
};

export const transceivers: Kind = {
  called: 'transceiver',
  setters: ['direction'],
  watch: (object) => ({ holds: [sender(object), receiver(object)] }),
};

export const dtmfSenders: Kind = {
  called: 'dtmf',
  watch(object) {
    toneBuffer(object); // throws unless it is one
    return { events: { tonechange: (event) => ({ body: { tone: tone(event) } }) } };
  },
};
