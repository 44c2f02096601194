import type { Transitions } from './transitions.ts';

const close = 'close() was called here';

// webrtc-pc §4.3.3: not one machine but a summary of every ICE and DTLS transport, so an edge is whatever they can do
// together. Seen in Chromium 156 and Firefox 153; both skip what lasts too short to be told.
export const connectionTransitions: Transitions<RTCPeerConnectionState> = {
  new: {
    connecting: 'the first candidate pair is tried',
    failed: 'no pair could even be tried: no candidate came in time (Firefox)',
    closed: close,
  },
  connecting: {
    connected: 'a pair works and both sides have proved who they are (DTLS)',
    disconnected: 'the pair went silent before DTLS was done',
    failed: 'no pair works, or DTLS refused the other side',
    new: 'the last media section was stopped or taken back',
    closed: close,
  },
  connected: {
    connecting: 'a transport was added, or ICE starts anew',
    disconnected: 'the other side has fallen silent',
    failed: 'the other side ended DTLS, or consent to send ran out',
    new: 'the last media section was stopped',
    closed: close,
  },
  disconnected: {
    connecting: 'ICE looks for another way',
    connected: 'the other side is heard again',
    failed: 'it stayed silent for too long',
    new: 'the last media section was stopped',
    closed: close,
  },
  failed: {
    connecting: 'ICE was restarted',
    connected: 'ICE was restarted, and the first pair worked at once',
    disconnected: 'ICE was restarted and only part of it works',
    new: 'the last media section was stopped',
    closed: close,
  },
  closed: {},
};
