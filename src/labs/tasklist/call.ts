import type { Candidate } from '../../../protocol/messages.ts';

/** One end of a call, as its steps fill it in. A step that is taken too early finds nothing there, as in any program. */
export type Call = Given & {
  peer: RTCPeerConnection;
  stream: MediaStream;
  offer: RTCSessionDescriptionInit;
  answer: RTCSessionDescriptionInit;
  candidates: readonly Candidate[];
};

/** What it has before the first step. */
export type Given = {
  devices: MediaDevices;
  newPeer(configuration?: RTCConfiguration): RTCPeerConnection;
  iceServers: RTCIceServer[];
  carrier: CallCarrier;
  /** Keeps the candidates that were found until somebody listens. */
  found: { put(candidate: RTCIceCandidate | null): void; listen(hear: (candidate: Candidate) => void): void };
  show(stream: MediaStream): void;
  /** What was shown. */
  shown?: MediaStream;
};

/** What carries one call across: to the server of the room, and from its door to the steps that fetch it there. */
export type CallCarrier = {
  connect(): Promise<void>;
  offer(description: RTCSessionDescriptionInit): Promise<void>;
  answer(description: RTCSessionDescriptionInit): Promise<void>;
  candidate(candidate: Candidate): Promise<void>;
  /** Those that the server holds for whoever answers. */
  heldCandidates(): Promise<readonly Candidate[]>;
  nextOffer(): Promise<RTCSessionDescriptionInit>;
  nextAnswer(): Promise<RTCSessionDescriptionInit>;
  eachCandidate(hear: (candidate: Candidate) => Promise<void>): void;
};
