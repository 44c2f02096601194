import { expect, test } from 'vitest';
import { heldCall } from '../held-call.fixture.ts';
import { sequenceMoments } from './fold.ts';
import { sequenceText } from './text.ts';

const at = sequenceMoments(heldCall);

test('a call by way of the server, in words', () => {
  expect(sequenceText(at(heldCall.length))).toMatchInlineSnapshot(`
    [
      "0.000 s  alice           2 · new RTCPeerConnection",
      "0.001 s  alice           new RTCPeerConnection",
      "0.001 s  alice           ~ begins: stable · new · new · new",
      "0.002 s  alice           5 · createOffer",
      "0.003 s  alice           createOffer → offer, 2 sections, 108 B · 4 ms",
      "0.008 s  alice           6 · setLocalDescription",
      "0.009 s  alice           setLocalDescription(offer) · 6 ms",
      "0.015 s  alice           ~ signaling: stable → have-local-offer",
      "0.016 s  alice           8 · emit the offer",
      "0.017 s  alice → server  #1 offer: offer, 2 sections, 108 B · 2 ms, held",
      "0.018 s  alice           ~ gathering: new → gathering",
      "0.020 s  alice           ~ icecandidate ×3: host",
      "0.020 s  alice → server  candidate ×4 host · 3 arrived",
      "3.000 s  bob             10 · Bob connects",
      "3.001 s  bob             new RTCPeerConnection",
      "3.001 s  bob             ~ begins: stable · new · new · new",
      "3.010 s  bob             15 · createAnswer, too early",
      "3.011 s  bob             createAnswer ✕ InvalidStateError: PeerConnection cannot create an answer without an offer.",
      "3.013 s  bob             setLocalDescription(answer) ✕ InvalidStateError: Called in wrong state: stable",
      "3.020 s  bob             17 · setRemoteDescription",
      "3.021 s  server → bob    #1 offer: offer, 2 sections, 108 B · 3 ms, waited 3.0 s",
      "3.025 s  bob             setRemoteDescription(offer) · 8 ms",
      "3.033 s  bob             ~ signaling: stable → have-remote-offer",
      "3.034 s  bob             ~ track: video",
      "3.041 s  server → bob    candidate ×3 host · waited ≤ 3.0 s",
      "3.044 s  bob             addIceCandidate ×3 host",
      "3.060 s  bob             createAnswer → answer, 2 sections, 109 B · 3 ms",
      "3.064 s  bob             setLocalDescription(answer) · 5 ms",
      "3.069 s  bob             ~ signaling: have-remote-offer → stable",
      "3.070 s  bob → server    #6 answer: answer, 2 sections, 109 B · 2 ms, held",
      "3.075 s  server → alice  #6 answer: answer, 2 sections, 109 B · 3 ms, waited 3 ms",
      "3.080 s  alice           setRemoteDescription(answer) · 5 ms",
      "3.085 s  alice           ~ signaling: have-local-offer → stable",
      "3.086 s  alice → server  #7 offer: offer, 2 sections, 108 B · 2 ms, held",
      "3.090 s  server          #7 offer: offer, 2 sections, 108 B · waited 2 ms ✕ refused: The room is closed.",
      "3.100 s  alice           createOffer · not yet done",
    ]
  `);
});
