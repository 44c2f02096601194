import type { Foretold } from './foretell.ts';
import type { CallName } from './states.ts';

export type Name = 'alice' | 'bob';

/** What became of the last press at a peer: the state in which it was made, and where it led or how it was refused. */
export type Outcome = {
  nr: number;
  call: CallName;
  in: RTCSignalingState;
  foretold: Foretold;
  led: string;
  said?: string;
};
