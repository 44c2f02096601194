import { operation } from './recording/natives.ts';

/** As the browser has it, from before anything was recorded: what is asked like this is in nobody's trace. */
export const unnoticedStats: (peer: RTCPeerConnection) => Promise<RTCStatsReport> = operation(
  'RTCPeerConnection',
  'getStats',
);
