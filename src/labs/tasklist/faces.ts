import type { Fold } from '../../views/moments.ts';
import type { Side } from './step.ts';

/** Who has a picture, and who of them is seen by the other. */
export type Faces = { readonly has: readonly string[]; readonly seen: readonly string[] };

export const facesFold: Fold<Faces> = {
  start: { has: [], seen: [] },
  advance(faces, { who, what, name, body }) {
    if (what === 'return' && name === 'getUserMedia') return { ...faces, has: [...faces.has, who] };
    if (what === 'note' && name === 'first frame')
      return { ...faces, seen: [...faces.seen, who === 'alice' ? 'bob' : 'alice'] };
    // What is left of a picture is its last frame.
    if (what === 'event' && name === 'peerLeft') return { has: faces.has.filter((one) => one !== body), seen: [] };
    return faces;
  },
};

export const titleOf = { alice: 'Alice', bob: 'Bob' };
export const otherOf = { alice: 'bob', bob: 'alice' } as const;

/** What stands below a face. `isHere`: they sit in this room; `fromThere`: it is the other's picture of them. */
export function captionOf(faces: Faces, who: Side, isHere: boolean, fromThere: boolean): string {
  const her = who === 'alice' ? 'her' : 'him';
  if (faces.seen.includes(who)) return `${fromThere ? 'as ' : ''}${titleOf[otherOf[who]]} sees ${her}`;
  if (faces.has.includes(who)) return 'seen by nobody else';
  return isHere ? 'no picture yet' : 'not here yet';
}
