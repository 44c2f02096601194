import { createRecorder } from '../recorder.ts';
import { createTrace } from '../trace.ts';
import { aCall } from './a-call.ts';

/** A way to make peers, plain or recorded as a lab's are, lines included. */
export function peerMaker(recorded: boolean) {
  if (!recorded) return () => new RTCPeerConnection();
  const trace = createTrace(() => performance.now(), 1_000_000);
  const recorder = createRecorder({ trace, lineOf: (stack) => (stack ? ['a line', 1] : undefined), found: () => {} });
  return recorder.newPeer;
}

/** How long it takes in this page until two peers have said hello, in milliseconds. For the bench. */
export async function timedCall(newPeer: (who: string) => RTCPeerConnection): Promise<number> {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
  const stream = canvas.captureStream(10);
  const began = performance.now();
  const [alice, bob] = [newPeer('alice'), newPeer('bob')];
  await aCall(alice, bob, stream);
  const took = performance.now() - began;
  for (const track of stream.getTracks()) track.stop();
  alice.close();
  bob.close();
  return took;
}
