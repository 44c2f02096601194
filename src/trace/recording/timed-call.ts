import { createRecorder } from '../recorder.ts';
import { createTrace } from '../trace.ts';
import { aCall } from './a-call.ts';

/** Makes a call in this page, recorded as those of a lab are, lines included, or not at all. For the bench. */
export const aTimedCall = (recorded: boolean) =>
  timedCall(recorded ? newRecorder().newPeer : () => new RTCPeerConnection());

/** Each call has a trace of its own, as each run of a lab has. */
function newRecorder() {
  const trace = createTrace(() => performance.now());
  const recorder = createRecorder({ trace, lineOf: (stack) => (stack ? ['a line', 1] : undefined), found: () => {} });
  recorder.devices(navigator.mediaDevices, 'alice');
  return recorder;
}

/** How many milliseconds it takes from asking for the camera until both have said hello. */
async function timedCall(newPeer: (who: string) => RTCPeerConnection): Promise<number> {
  const began = performance.now();
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  const [alice, bob] = [newPeer('alice'), newPeer('bob')];
  await aCall(alice, bob, stream);
  const took = performance.now() - began;
  for (const track of stream.getTracks()) track.stop();
  alice.close();
  bob.close();
  return took;
}
