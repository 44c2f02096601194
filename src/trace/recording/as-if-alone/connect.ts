import { next } from './scenario.ts';

/** Lets two peers of this page find each other. */
export function trickle(alice: RTCPeerConnection, bob: RTCPeerConnection) {
  const late = () => {};
  alice.addEventListener('icecandidate', ({ candidate }) => bob.addIceCandidate(candidate!).catch(late));
  bob.addEventListener('icecandidate', ({ candidate }) => alice.addIceCandidate(candidate!).catch(late));
}

/** One round of offer and answer. */
export async function negotiate(alice: RTCPeerConnection, bob: RTCPeerConnection) {
  await alice.setLocalDescription();
  await bob.setRemoteDescription(alice.localDescription!);
  await bob.setLocalDescription();
  await alice.setRemoteDescription(bob.localDescription!);
}

/** Two peers with an open channel between them. */
export async function connectedPair(init?: RTCDataChannelInit) {
  const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
  trickle(alice, bob);
  const chat = alice.createDataChannel('chat', init);
  const came = next<RTCDataChannelEvent>(bob, 'datachannel');
  await negotiate(alice, bob);
  const { channel } = await came;
  for (const end of [chat, channel]) if (end.readyState !== 'open') await next(end, 'open');
  const close = () => {
    alice.close();
    bob.close();
  };
  return { alice, bob, chat, channel, close };
}

/** A picture that needs no device. */
export function picture() {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
  const stream = canvas.captureStream(10);
  return { stream, track: stream.getVideoTracks()[0]! };
}

/** A silence that needs no device. */
export const silence = () => new AudioContext().createMediaStreamDestination().stream.getAudioTracks()[0]!;

export function stop(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop();
}
