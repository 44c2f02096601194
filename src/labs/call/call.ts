import type { Candidate } from '../../../protocol/messages.ts';

/** What one end of a call needs: its devices, a way to make its connection, and what carries messages across. */
export type End = {
  devices: MediaDevices;
  newPeer(configuration?: RTCConfiguration): RTCPeerConnection;
  iceServers: RTCIceServer[];
  carrier: {
    offer(description: RTCSessionDescriptionInit): Promise<void>;
    answer(description: RTCSessionDescriptionInit): Promise<void>;
    candidate(candidate: Candidate): Promise<void>;
    /** Those that the server holds for whoever answers. */
    heldCandidates(): Promise<readonly Candidate[]>;
    nextOffer(): Promise<RTCSessionDescriptionInit>;
    nextAnswer(): Promise<RTCSessionDescriptionInit>;
    eachCandidate(hear: (candidate: Candidate) => Promise<void>): void;
  };
  /** Keeps what was found until somebody listens. */
  found: { put(candidate: RTCIceCandidate | null): void; listen(hear: (candidate: Candidate) => void): void };
  show(stream: MediaStream): void;
};

/** Alice's end, from asking for her camera to the answer. */
export async function call({ devices, newPeer, iceServers, carrier, found, show }: End) {
  // #region call
  const stream = await devices.getUserMedia({ audio: true, video: { width: 320, height: 240 } });
  const peer = newPeer();
  peer.onicecandidate = ({ candidate }) => found.put(candidate);
  peer.ontrack = ({ streams: [stream] }) => show(stream!);
  peer.setConfiguration({ iceServers });
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
  const offer = await peer.createOffer();
  await peer.setLocalDescription(offer);
  await carrier.offer(offer);
  found.listen((candidate) => carrier.candidate(candidate));
  const answer = await carrier.nextAnswer();
  await peer.setRemoteDescription(answer);
  carrier.eachCandidate((candidate) => peer.addIceCandidate(candidate));
  // #endregion call
  return { peer, stream };
}

/** Bob's end, from the offer that waits for him to his answer. */
export async function answer({ devices, newPeer, iceServers, carrier, found, show }: End) {
  // #region answer
  const offer = await carrier.nextOffer();
  const stream = await devices.getUserMedia({ audio: true, video: { width: 320, height: 240 } });
  const peer = newPeer({ iceServers });
  peer.onicecandidate = ({ candidate }) => found.put(candidate);
  peer.ontrack = ({ streams: [stream] }) => show(stream!);
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
  await peer.setRemoteDescription(offer);
  for (const candidate of await carrier.heldCandidates()) await peer.addIceCandidate(candidate);
  const answer = await peer.createAnswer();
  await peer.setLocalDescription(answer);
  await carrier.answer(answer);
  found.listen((candidate) => carrier.candidate(candidate));
  carrier.eachCandidate((candidate) => peer.addIceCandidate(candidate));
  // #endregion answer
  return { peer, stream };
}
