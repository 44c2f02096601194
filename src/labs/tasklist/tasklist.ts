import type { Call } from './call.ts';

// The task list, a function for every step of it that somebody takes. Alice is CLIENT1, Bob is CLIENT2.

// #region step-1
export async function aliceGetsMedia(call: Call) {
  call.stream = await call.devices.getUserMedia({ audio: true, video: { width: 320, height: 240 } });
}
// #endregion step-1

// #region step-2
export async function aliceMakesAConnection(call: Call) {
  call.peer = call.newPeer();
  listen(call);
}
// #endregion step-2

// #region listen
export function listen(call: Call) {
  // #region step-7
  call.peer.onicecandidate = ({ candidate }) => call.found.put(candidate);
  // #endregion step-7
  call.peer.ontrack = ({ streams: [stream] }) => call.show(stream!);
}
// #endregion listen

// #region step-3
export async function aliceNamesServers(call: Call) {
  call.peer.setConfiguration({ iceServers: call.iceServers });
}
// #endregion step-3

// #region step-4
export async function aliceAddsTracks(call: Call) {
  for (const track of call.stream.getTracks()) call.peer.addTrack(track, call.stream);
}
// #endregion step-4

// #region step-5
export async function aliceMakesAnOffer(call: Call) {
  call.offer = await call.peer.createOffer();
}
// #endregion step-5

// #region step-6
export async function aliceSetsTheOffer(call: Call) {
  await call.peer.setLocalDescription(call.offer);
}
// #endregion step-6

// #region step-8
export async function aliceSendsTheOffer(call: Call) {
  await call.carrier.connect();
  await call.carrier.offer(call.offer);
}
// #endregion step-8

// #region step-9
export async function aliceSendsCandidates(call: Call) {
  call.found.listen((candidate) => call.carrier.candidate(candidate));
}
// #endregion step-9

// #region step-10
export async function bobConnects(call: Call) {
  await call.carrier.connect();
}
// #endregion step-10

// #region step-11
export async function bobIsToldOfTheOffer(call: Call) {
  call.offer = await call.carrier.nextOffer();
}
// #endregion step-11

// #region step-12
export async function bobGetsMedia(call: Call) {
  call.stream = await call.devices.getUserMedia({ audio: true, video: { width: 320, height: 240 } });
}
// #endregion step-12

// #region step-13
export async function bobMakesAConnection(call: Call) {
  call.peer = call.newPeer({ iceServers: call.iceServers });
  listen(call);
}
// #endregion step-13

// #region step-14
export async function bobAddsTracks(call: Call) {
  for (const track of call.stream.getTracks()) call.peer.addTrack(track, call.stream);
}
// #endregion step-14

// #region step-17
export async function bobSetsTheOffer(call: Call) {
  await call.peer.setRemoteDescription(call.offer);
}
// #endregion step-17

// #region hand-over
export async function bobCollectsCandidates(call: Call) {
  call.candidates = await call.carrier.heldCandidates();
}
// #endregion hand-over

// #region add
export async function bobAddsCandidates(call: Call) {
  for (const candidate of call.candidates) await call.peer.addIceCandidate(candidate);
}
// #endregion add

// #region step-15
export async function bobMakesAnAnswer(call: Call) {
  call.answer = await call.peer.createAnswer();
}
// #endregion step-15

// #region step-16
export async function bobSetsTheAnswer(call: Call) {
  await call.peer.setLocalDescription(call.answer);
}
// #endregion step-16

// #region step-18
export async function bobSendsCandidates(call: Call) {
  call.found.listen((candidate) => call.carrier.candidate(candidate));
}
// #endregion step-18

// #region step-19
export async function bobSendsTheAnswer(call: Call) {
  await call.carrier.answer(call.answer);
}
// #endregion step-19

// #region step-20
export async function bobHearsCandidates(call: Call) {
  call.carrier.eachCandidate((candidate) => call.peer.addIceCandidate(candidate));
}
// #endregion step-20

// #region step-21
export async function aliceIsToldOfTheAnswer(call: Call) {
  call.answer = await call.carrier.nextAnswer();
}
// #endregion step-21

// #region step-22
export async function aliceSetsTheAnswer(call: Call) {
  await call.peer.setRemoteDescription(call.answer);
}
// #endregion step-22

// #region step-23
export async function aliceHearsCandidates(call: Call) {
  call.carrier.eachCandidate((candidate) => call.peer.addIceCandidate(candidate));
}
// #endregion step-23
