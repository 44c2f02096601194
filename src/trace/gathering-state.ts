import type { Transitions } from './transitions.ts';

// webrtc-pc §4.3.2. There is no closed here: close() leaves this state where it was.
export const gatheringTransitions: Transitions<RTCIceGatheringState> = {
  new: {
    gathering: 'a local description was set, so addresses are collected',
    complete: 'collecting ended before it could be told',
  },
  gathering: {
    complete: 'every address is known, and every STUN and TURN server has answered or been given up',
    new: 'the offer was taken back, or the last media section stopped',
  },
  complete: {
    gathering: 'ICE was restarted, or a transport was added',
    new: 'the offer was taken back, or the last media section stopped',
  },
};
