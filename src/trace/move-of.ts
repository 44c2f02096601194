import type { Entry } from '../../protocol/entry.ts';
import type { Move } from './signaling-state.ts';

const sides = new Map([
  ['setLocalDescription', 'local'],
  ['setRemoteDescription', 'remote'],
] as const satisfies [string, string][]) as ReadonlyMap<string, 'local' | 'remote'>;

/** The move that a recorded call asked for, made in this state; undefined for every other call. */
export function moveOf({ name, body }: Pick<Entry, 'name' | 'body'>, state: RTCSignalingState): Move | undefined {
  const side = sides.get(name);
  if (!side) return undefined;
  const [description] = (Array.isArray(body) ? body : []) as [RTCLocalSessionDescriptionInit?];
  return `${side} ${description?.type ?? dueIn(state)}`;
}

// webrtc-pc §4.4.2, setLocalDescription: a description without a type is whatever this state is waiting for.
const dueIn = (state: RTCSignalingState) =>
  state === 'have-remote-offer' || state === 'have-local-pranswer' ? 'answer' : 'offer';
