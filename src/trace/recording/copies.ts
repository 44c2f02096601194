import { finder } from './interface-of.ts';
import {
  apply,
  attribute,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  operation,
  ownAttribute,
} from './natives.ts';
import { subjects } from './subjects.ts';

/** Copies an object of the browser's; `plain` copies what it holds. */
export type NativeCopy = (object: object, plain: Plain) => object;

/** How an object is copied that the browser made; undefined for one that the page made. */
export function copyOf(object: object): NativeCopy | undefined {
  const name = interfaceOf(object);
  return name === undefined ? undefined : copies[name];
}

const interfaceOf = finder((name) => hasOwn(copies, name));

type Plain = (value: unknown) => unknown;

/** Only the name of what is recorded itself: the trace has told of it before. */
function named(value: unknown, plain: Plain) {
  const on = typeof value === 'object' && value !== null ? subjects.get(value)?.on : undefined;
  return on === undefined ? plain(value) : { on };
}

/** What the trace calls the object, if it is recorded, and some attributes of it: those that this browser has. `own` may be told by the object itself. */
function fields(interfaceName: string, names: readonly string[], own?: string): NativeCopy {
  const read = names.map((name) => (name === own ? ownAttribute : attribute)(interfaceName, name));
  return (object, plain) => {
    const on = subjects.get(object)?.on;
    const copy: Record<string, unknown> = on === undefined ? {} : { on };
    for (let index = 0; index < names.length; index++) {
      const value = read[index]!(object);
      if (value !== undefined) copy[names[index]!] = named(value, plain);
    }
    return copy;
  };
}

const trackId = attribute('MediaStreamTrack', 'id');
const track = fields('MediaStreamTrack', ['kind', 'label', 'enabled', 'muted', 'readyState'], 'label');
const streamId = attribute('MediaStream', 'id');
const tracksOf = operation('MediaStream', 'getTracks');
const stream = fields('MediaStream', []);
const deviceToJson = operation<object>('MediaDeviceInfo', 'toJSON');
const eachStat = operation('RTCStatsReport', 'forEach');

const error = ['name', 'message'];
const rtcError = ['errorDetail', 'sdpLineNumber', 'sctpCauseCode', 'receivedAlert', 'sentAlert'];
const candidate = ['candidate', 'sdpMid', 'sdpMLineIndex', 'usernameFragment'];
// Without its id: Chromium 156 asks another thread for it, and the page would wait for the answer.
const channel = ['label', 'ordered', 'maxPacketLifeTime', 'maxRetransmits', 'protocol', 'negotiated', 'readyState'];

const copies: Readonly<Record<string, NativeCopy>> = {
  DOMException: fields('DOMException', [...error, 'constraint'], 'constraint'),
  MediaDeviceInfo: (object, plain) => plain(deviceToJson(object)) as object,
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
  RTCIceCandidate: fields('RTCIceCandidate', candidate), // as its toJSON() has it
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
