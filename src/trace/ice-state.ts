import type { Transitions } from './transitions.ts';

const close = 'close() was called here';
const stopped = 'the last media section was stopped or taken back';

// webrtc-pc §4.3.4. Chromium 156 was never seen to say failed here: it stays disconnected, and only connectionState
// tells. Neither browser was seen to say completed, which the specification still has.
export const iceTransitions: Transitions<RTCIceConnectionState> = {
  new: {
    checking: 'candidates of both sides are there, and pairs are tried',
    connected: 'a pair worked before checking could be told',
    failed: 'no candidate of the other side came in time (Firefox gives up)',
    closed: close,
  },
  checking: {
    connected: 'a pair works; better ones may still be tried',
    completed: 'a pair works, and no other is left to try',
    disconnected: 'every pair tried so far fell silent (Chromium says so where failed would be meant)',
    failed: 'all pairs were tried and none works',
    new: stopped,
    closed: close,
  },
  connected: {
    completed: 'no other pair is left to try',
    checking: 'ICE was restarted, or a transport was added (Firefox says so)',
    disconnected: 'the other side has fallen silent',
    failed: 'consent to send ran out at once (RFC 7675)',
    new: stopped,
    closed: close,
  },
  completed: {
    connected: 'a better pair turned up',
    checking: 'ICE was restarted, or a transport was added',
    disconnected: 'the other side has fallen silent',
    failed: 'consent to send ran out at once (RFC 7675)',
    new: stopped,
    closed: close,
  },
  disconnected: {
    connected: 'the other side is heard again',
    completed: 'the other side is heard again, and no other pair is left to try',
    checking: 'ICE was restarted',
    failed: 'it stayed silent for too long',
    new: stopped,
    closed: close,
  },
  failed: {
    checking: 'ICE was restarted',
    connected: 'ICE was restarted, and the first pair worked at once',
    disconnected: 'ICE was restarted and only part of it works',
    new: stopped,
    closed: close,
  },
  closed: {},
};
