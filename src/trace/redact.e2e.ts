import { expect, test } from '@playwright/test';
import type { Entry } from '../../protocol/entry.ts';
import { redact } from './redact.ts';

/** What one side of a call would send to the other. */
async function offer() {
  const peer = new RTCPeerConnection();
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const stream = canvas.captureStream(1);
  for (const track of stream.getTracks()) peer.addTrack(track, stream);
  peer.createDataChannel('chat');
  const candidates: RTCIceCandidateInit[] = [];
  const gathered = new Promise<void>((gathered) => {
    peer.onicecandidate = ({ candidate }) => (candidate ? candidates.push(candidate.toJSON()) : gathered());
  });
  await peer.setLocalDescription();
  await gathered;
  const { type, sdp } = peer.localDescription!;
  const [track] = stream.getTracks();
  return { sent: { description: { type, sdp }, candidates }, ids: [stream.id, track!.id] };
}

type Sent = Awaited<ReturnType<typeof offer>>['sent'];

/** What a browser thinks of it. */
async function taken({ description, candidates }: Sent) {
  const peer = new RTCPeerConnection();
  await peer.setRemoteDescription(description);
  for (const candidate of candidates) await peer.addIceCandidate(candidate);
  const received = peer.getReceivers().map(({ track }) => track.kind);
  const answer = await peer.createAnswer();
  peer.close();
  return { received, answers: answer.sdp?.includes('m=application') };
}

test('a browser takes redacted descriptions and candidates as it would take the real ones', { tag: '@both' }, async ({
  page,
}) => {
  const { sent, ids } = await page.evaluate(offer);
  expect(sent.candidates).not.toEqual([]);
  const entry: Entry = { id: 'alice:1', seq: 0, at: 0, who: 'alice', what: 'sent', name: 'offer', body: sent };
  const redacted = redact([entry])[0]!.body as Sent;
  // Not the addresses: a machine for tests may have one that is reserved for documentation, which stays.
  const secrets = [/ice-ufrag:(.+)/, /ice-pwd:(.+)/, /fingerprint:\S+ (.+)/, /cname:(.+)/];
  for (const secret of [...ids, ...secrets.map((secret) => sent.description.sdp.match(secret)![1]!.trim())]) {
    expect(JSON.stringify(redacted)).not.toContain(secret);
  }
  expect(await page.evaluate(taken, redacted)).toEqual({ received: ['video'], answers: true });
});
