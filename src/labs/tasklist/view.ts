import type { Entry } from '../../../protocol/entry.ts';
import type { Fold } from '../../views/moments.ts';
import { type Faces, facesFold } from './faces.ts';
import { type Health, healthFold } from './health.ts';
import { type Progress, progressFold } from './progress.ts';
import { type Holds, holdsFold } from './server-holds.ts';
import type { Side, Step } from './step.ts';

/** Everything that the panel shows of a moment, but for the pictures. */
export type View = { progress: Progress; health: Health; holds: Holds; faces: Faces };

/** Any moment of an attempt, from nothing but its trace. */
export function viewsOf(entries: readonly Entry[], order: readonly Step[], here: readonly Side[]) {
  const progress = progressFold(order, here);
  return (moment: number): View => {
    const past = entries.slice(0, moment);
    return {
      progress: folded(progress, past),
      health: folded(healthFold, past),
      holds: folded(holdsFold, past),
      faces: folded(facesFold, past),
    };
  };
}

const folded = <View>({ start, advance }: Fold<View>, past: readonly Entry[]): View => past.reduce(advance, start);
