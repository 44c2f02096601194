import { interfaceOf } from './interface-of.ts';
import { apply, attribute, getOwnPropertyDescriptor, getPrototypeOf, hasOwn, operation } from './natives.ts';
import { subjects } from './subjects.ts';

/** Copies an object of the browser's; `plain` copies what it holds. */
export type NativeCopy = (object: object, plain: (value: unknown) => unknown) => object;

/** How an object is copied that the browser made; undefined for one that the page made. */
export function copyOf(object: object): NativeCopy | undefined {
  const name = interfaceOf(object, (name) => hasOwn(copies, name));
  return name === undefined ? undefined : copies[name];
}

/** What the trace calls the object, if it is recorded, and some attributes of it: those that this browser has. */
function fields(interfaceName: string, names: readonly string[]): NativeCopy {
  const read = names.map((name) => attribute(interfaceName, name));
  return (object, plain) => {
    const on = subjects.get(object)?.on;
    const copy: Record<string, unknown> = on === undefined ? {} : { on };
    for (let index = 0; index < names.length; index++) {
      const value = read[index]!(object);
      if (value !== undefined) copy[names[index]!] = plain(value);
    }
    return copy;
  };
}

function asJson(interfaceName: string): NativeCopy {
  const toJson = operation<object>(interfaceName, 'toJSON');
  return (object, plain) => plain(toJson(object)) as object;
}

const trackId = attribute('MediaStreamTrack', 'id');
const track = fields('MediaStreamTrack', ['kind', 'label', 'enabled', 'muted', 'readyState']);
const streamId = attribute('MediaStream', 'id');
const tracksOf = operation('MediaStream', 'getTracks');
const stream = fields('MediaStream', []);
const eachStat = operation('RTCStatsReport', 'forEach');

const error = ['name', 'message'];
const rtcError = ['errorDetail', 'sdpLineNumber', 'sctpCauseCode', 'receivedAlert', 'sentAlert'];
const channel = [
  'label',
  'id',
  'ordered',
  'maxPacketLifeTime',
  'maxRetransmits',
  'protocol',
  'negotiated',
  'readyState',
];

const copies: Readonly<Record<string, NativeCopy>> = {
  DOMException: fields('DOMException', [...error, 'constraint']),
  MediaDeviceInfo: asJson('MediaDeviceInfo'),
  MediaStream: (object, plain) => ({
    stream: streamId(object),
    ...stream(object, plain),
    tracks: plain(tracksOf(object)),
  }),
  // Firefox 153 has no OverconstrainedError to be found in the window: it is one of these, and no DOMException.
  MediaStreamError: (object) => ({
    name: inherited(object, 'name'),
    message: inherited(object, 'message'),
    constraint: inherited(object, 'constraint'),
  }),
  MediaStreamTrack: (object, plain) => ({ track: trackId(object), ...track(object, plain) }),
  OverconstrainedError: fields('OverconstrainedError', [...error, 'constraint']),
  RTCCertificate: fields('RTCCertificate', ['expires']),
  RTCDataChannel: fields('RTCDataChannel', channel),
  RTCDTMFSender: fields('RTCDTMFSender', ['toneBuffer']),
  RTCError: fields('RTCError', [...error, ...rtcError]),
  RTCIceCandidate: asJson('RTCIceCandidate'),
  RTCPeerConnection: fields('RTCPeerConnection', []),
  RTCRtpReceiver: fields('RTCRtpReceiver', ['track']),
  RTCRtpSender: fields('RTCRtpSender', ['track']),
  RTCRtpTransceiver: fields('RTCRtpTransceiver', ['mid', 'direction', 'currentDirection', 'sender', 'receiver']),
  RTCSessionDescription: fields('RTCSessionDescription', ['type', 'sdp']),
  RTCStatsReport(report, plain) {
    const copy: Record<string, unknown> = {};
    eachStat(report, (stat: unknown, id: string) => {
      copy[id] = plain(stat);
    });
    return copy;
  },
};

function inherited(object: object, name: string) {
  const get = getOwnPropertyDescriptor(getPrototypeOf(object)!, name)?.get;
  return get && apply(get, object, []);
}
