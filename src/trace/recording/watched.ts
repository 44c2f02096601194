import { channels } from './channels.ts';
import type { Kind } from './kind.ts';
import { greetWhatIsMade, listenTo } from './listening.ts';
import { devices, navigators, streams, tracks } from './media.ts';
import { mediaRecorders } from './media-recorders.ts';
import { getOwnPropertyDescriptor, ownKeys, selfContained } from './natives.ts';
import { peers } from './peers.ts';
import { dtmfSenders, receivers, senders, transceivers } from './rtp.ts';

/** Every interface that is watched. */
export const watched: Readonly<Record<string, Kind>> = {
  MediaDevices: devices,
  MediaRecorder: mediaRecorders,
  MediaStream: streams,
  MediaStreamTrack: tracks,
  Navigator: navigators,
  RTCDataChannel: channels,
  RTCDTMFSender: dtmfSenders,
  RTCPeerConnection: peers,
  RTCRtpReceiver: receivers,
  RTCRtpSender: senders,
  RTCRtpTransceiver: transceivers,
};

/** Puts an ear to everything that is watched in a window. */
export function watchWindow(page: typeof globalThis) {
  for (const [name, kind] of Object.entries(watched)) {
    const { prototype } = (page as unknown as Record<string, { prototype?: object } | undefined>)[name] ?? {};
    if (prototype) watchPrototype(prototype, kind);
  }
  greetWhatIsMade(page, 'MediaRecorder');
}

const listenedTo = selfContained(new WeakSet<object>());

/** Puts an ear to the members of one prototype, once for all recorders. */
export function watchPrototype(prototype: object, kind: Kind) {
  if (listenedTo.has(prototype)) return;
  listenedTo.add(prototype);
  const { methods = methodsOf(prototype), setters = [], getters = [] } = kind;
  for (const name of methods) listenTo(prototype, name, 'value');
  for (const name of setters) listenTo(prototype, name, 'set');
  for (const name of getters) listenTo(prototype, name, 'get');
}

const methodsOf = (owner: object) =>
  ownKeys(owner).filter(
    (key): key is string =>
      typeof key === 'string' &&
      key !== 'constructor' &&
      typeof getOwnPropertyDescriptor(owner, key)?.value === 'function',
  );
