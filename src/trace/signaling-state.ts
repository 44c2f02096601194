export type Move = `${'local' | 'remote'} ${'offer' | 'pranswer' | 'answer' | 'rollback'}`;
export type Browser = 'chromium' | 'firefox';

export const moves: readonly Move[] = (['local', 'remote'] as const).flatMap((side) =>
  (['offer', 'pranswer', 'answer', 'rollback'] as const).map((type) => `${side} ${type}` as const),
);

// The diagram in webrtc-pc §4.3.1. A remote offer on top of our own rolls ours back, which is how glare ends.
// close() is no edge of it: it leads from everywhere to closed, and out of closed leads nothing.
export const signalingMoves: Readonly<Record<RTCSignalingState, Partial<Record<Move, RTCSignalingState>>>> = {
  stable: {
    'local offer': 'have-local-offer',
    'remote offer': 'have-remote-offer',
  },
  'have-local-offer': {
    'local offer': 'have-local-offer',
    'remote offer': 'have-remote-offer',
    'remote pranswer': 'have-remote-pranswer',
    'remote answer': 'stable',
    'local rollback': 'stable',
    'remote rollback': 'stable',
  },
  'have-remote-offer': {
    'remote offer': 'have-remote-offer',
    'local pranswer': 'have-local-pranswer',
    'local answer': 'stable',
    'local rollback': 'stable',
    'remote rollback': 'stable',
  },
  'have-local-pranswer': {
    'local pranswer': 'have-local-pranswer',
    'local answer': 'stable',
  },
  'have-remote-pranswer': {
    'remote pranswer': 'have-remote-pranswer',
    'remote answer': 'stable',
  },
  closed: {},
};

export const signalingStates = Object.keys(signalingMoves) as readonly RTCSignalingState[];

type Exception = { move: Move; in: readonly RTCSignalingState[]; error: RefusalName; why: string; instead: string };
export type RefusalName = 'InvalidStateError' | 'NotSupportedError';

const noProvisionalAnswer: Omit<Exception, 'move'> = {
  in: signalingStates,
  error: 'NotSupportedError',
  why: 'Firefox has never learnt provisional answers.',
  instead: 'Wait until the answer is final, and set that.',
};

// Seen in Chromium 156 and Firefox 153. RFC 9429 §4.1.10.2 wants a rollback on the side where the offer was set, which
// is all that Firefox takes; Chromium takes it on either, as webrtc-pc lets it.
export const exceptions: Readonly<Record<Browser, readonly Exception[]>> = {
  chromium: [],
  firefox: [
    { move: 'local pranswer', ...noProvisionalAnswer },
    { move: 'remote pranswer', ...noProvisionalAnswer },
    {
      move: 'remote rollback',
      in: ['have-local-offer'],
      error: 'InvalidStateError',
      why: 'The open offer is our own, and Firefox takes it back only where it was set.',
      instead: "Call setLocalDescription({ type: 'rollback' }).",
    },
    {
      move: 'local rollback',
      in: ['have-remote-offer'],
      error: 'InvalidStateError',
      why: 'The open offer is theirs, and Firefox takes it back only where it was set.',
      instead: "Call setRemoteDescription({ type: 'rollback' }).",
    },
  ],
};

/** What a browser refuses although the specification allows it. */
export const exceptionOf = (state: RTCSignalingState, move: Move, browser: Browser | undefined) =>
  browser && exceptions[browser].find((exception) => exception.move === move && exception.in.includes(state));

/** Where a move leads, or undefined where it is refused: by the specification or, if one is named, by a browser. */
export const after = (state: RTCSignalingState, move: Move, browser?: Browser) =>
  exceptionOf(state, move, browser) ? undefined : signalingMoves[state][move];
