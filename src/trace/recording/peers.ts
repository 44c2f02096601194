import { justSo, type Kind } from './kind.ts';
import { attribute, indexOf, slice, values } from './natives.ts';

const ofPeer = <Value>(name: string) => attribute<Value>('RTCPeerConnection', name);
const states = {
  signaling: ofPeer('signalingState'),
  gathering: ofPeer('iceGatheringState'),
  ice: ofPeer('iceConnectionState'),
  connection: ofPeer('connectionState'),
};
const localDescription = ofPeer<object | null>('localDescription');
const remoteDescription = ofPeer<object | null>('remoteDescription');
const sdp = attribute<string>('RTCSessionDescription', 'sdp');

const candidate = attribute('RTCPeerConnectionIceEvent', 'candidate');
const channel = attribute('RTCDataChannelEvent', 'channel');
const stream = attribute('MediaStreamEvent', 'stream');

const ofTrackEvent = (name: string) => attribute('RTCTrackEvent', name);
const track = ofTrackEvent('track');
const streams = ofTrackEvent('streams');
const receiver = ofTrackEvent('receiver');
const transceiver = ofTrackEvent('transceiver');

const ofErrorEvent = (name: string) => attribute('RTCPeerConnectionIceErrorEvent', name);
const address = ofErrorEvent('address');
const port = ofErrorEvent('port');
const url = ofErrorEvent('url');
const errorCode = ofErrorEvent('errorCode');
const errorText = ofErrorEvent('errorText');

export const peers: Kind = {
  called: 'pc',

  watch(peer) {
    const newLocal = whenChanged(() => localDescription(peer));
    const newRemote = whenChanged(() => remoteDescription(peer));
    return {
      states,
      events: {
        addstream: bringsStream,
        connectionstatechange: justSo,
        datachannel: (event) => brings({ channel: channel(event) }),
        icecandidate: (event) => ({ body: candidate(event) }),
        icecandidateerror: (event) => ({
          body: {
            address: address(event),
            port: port(event),
            url: url(event),
            errorCode: errorCode(event),
            errorText: errorText(event),
          },
        }),
        iceconnectionstatechange: justSo,
        icegatheringstatechange: justSo,
        negotiationneeded: justSo,
        removestream: bringsStream,
        // Without arguments setLocalDescription makes the description itself, and it is seen nowhere else.
        signalingstatechange: () => ({ body: { localDescription: newLocal(), remoteDescription: newRemote() } }),
        track: (event) =>
          brings({
            track: track(event),
            streams: streams(event),
            receiver: receiver(event),
            transceiver: transceiver(event),
          }),
      },
    };
  },
};

const bringsStream = (event: Event) => brings({ stream: stream(event) });

/** Whatever came with the event is met before it is told of, so that it has its name. */
const brings = (body: Readonly<Record<string, unknown>>) => ({ body, brings: values(body) });

/** A description when it is another one than the last time; candidates that were added make no other one of it. */
function whenChanged(read: () => object | null) {
  let last: string | undefined;
  return () => {
    const description = read();
    const now = description ? originOf(sdp(description)) : undefined;
    if (now === last) return undefined;
    last = now;
    return description ?? undefined;
  };
}

/** The line that tells one description from every other, by its session and version (RFC 8866 §5.2). */
const originOf = (text: string) => slice(text, 0, indexOf(text, '\ns='));
