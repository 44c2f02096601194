import { holders, stateOf } from './tracks.ts';

/** A track of this lab, under the name that the trace gives it too. */
export type Held = {
  name: string;
  /** The track that it was cloned from. */
  of?: string;
  track: MediaStreamTrack;
  /** The events that it has fired so far. */
  fired: readonly string[];
};

const things = { video: 'camera', audio: 'microphone' } as const;
export const thing = (kind: string) => things[kind as keyof typeof things];

/** How it stands with a device: never remembered, always counted. */
export function lampOf(held: readonly Held[], kind: string): { on: boolean; says: string } {
  const live = holders(
    held.map(({ track }) => track),
    kind,
  );
  if (live.length === 0) return { on: false, says: 'let go' };
  const by = `held by ${live.length} live ${live.length === 1 ? 'track' : 'tracks'}`;
  const dark = live.every(({ enabled }) => !enabled);
  return { on: true, says: dark ? `${by}, ${live.length === 1 ? 'and it is' : 'all'} disabled` : by };
}

/** What a card shows where a picture would be. */
export function insteadOf(track: MediaStreamTrack) {
  const { kind, enabled, readyState } = stateOf(track);
  if (readyState === 'ended') return 'Ended: it never comes back.';
  if (enabled) return undefined;
  return kind === 'video' ? 'Disabled: black frames.' : 'Disabled: silence.';
}
