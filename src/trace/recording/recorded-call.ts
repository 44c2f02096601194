import type { Entry } from '../../../protocol/entry.ts';
import { createRecorder } from '../recorder.ts';
import { createTrace } from '../trace.ts';
import { aCall, once } from './a-call.ts';
import { ownLine } from './own-line.ts';

function recording() {
  const trace = createTrace(() => performance.now());
  const found: MediaStreamTrack[] = [];
  const recorder = createRecorder({
    trace,
    lineOf: ownLine,
    found: (track) => found.push(track),
  });
  return { recorder, found, entries: trace.entries as Entry[] };
}

/** What is recorded of a whole call, and how many tracks were found in it. For tests. */
export async function recordedCall() {
  const { recorder, found, entries } = recording();
  recorder.devices(navigator.mediaDevices, 'alice');
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const [alice, bob] = [recorder.newPeer('alice'), recorder.newPeer('bob', { iceServers: [] })];
  const { channel } = await aCall(alice, bob, stream);
  const closed = new Promise((closed) => channel.addEventListener('close', closed));
  alice.close();
  await closed;
  bob.close();
  for (const track of stream.getTracks()) track.stop();
  for (const entry of entries) void entry.line; // as a picture that asks where it came from
  return { entries, found: found.length };
}

/** What is recorded where something goes wrong. For tests. */
export async function recordedTroubles() {
  const { recorder, entries } = recording();
  const known = new RTCPeerConnection();
  recorder.peer(known, 'alice');
  const nobody = () => {};
  await known.setRemoteDescription({ type: 'answer', sdp: '' }).catch(nobody);
  await known.addIceCandidate({ candidate: 'candidate:x' }).catch(nobody);
  for (const attempt of [
    () => known.createDataChannel('early').send('too early'),
    () => recorder.newPeer('bob', { iceServers: [{ urls: 'x:y' }] }),
    () => recorder.newPeer('bob', 'nonsense' as never),
  ]) {
    try {
      attempt();
    } catch {}
  }
  known.close();
  return entries;
}

/** What is recorded of a MediaRecorder that writes down a recorded stream, and of one that writes down another. For tests. */
export async function recordedRecording() {
  const { recorder, entries } = recording();
  recorder.devices(navigator.mediaDevices, 'alice');
  const canvas = document.createElement('canvas');
  const nobodys = canvas.captureStream(10);
  canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  for (const each of [nobodys, stream]) {
    const writer = new MediaRecorder(each, { mimeType: 'video/webm;codecs=vp8' });
    for (const [method, type] of [
      ['start', 'start'],
      ['requestData', 'dataavailable'],
      ['stop', 'stop'],
    ] as const) {
      const fired = once(writer, type);
      writer[method]();
      await fired;
    }
    for (const track of each.getTracks()) track.stop();
  }
  return entries;
}
