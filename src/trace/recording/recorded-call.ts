import type { Entry } from '../../../protocol/entry.ts';
import { createRecorder } from '../recorder.ts';
import { type LineTables, sourceLineOf } from '../source-line.ts';
import { createTrace } from '../trace.ts';
import { aCall } from './a-call.ts';

const file = 'src/trace/recording/a-call.ts';
const rows = Array.from(
  { length: 100 },
  (_, index) => [index + 1, 1, 0, index + 1] as [number, number, number, number],
);
// The source is served as it is, so every line of it is its own.
const tables: LineTables = { [`/${file}`]: { files: [file], rows } };

function recording() {
  const trace = createTrace(() => performance.now());
  const found: MediaStreamTrack[] = [];
  const recorder = createRecorder({
    trace,
    lineOf: (stack) => sourceLineOf(stack, tables),
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
