import type { FunctionComponent } from 'preact';
import type { Entry } from '../../../protocol/entry.ts';
import type { Clock } from '../../trace/clock.ts';

export type Shown = { entries: readonly Entry[]; moment: number; clock: Clock; onPick?(entry: Entry): void };

/** A picture of the first `moment` entries of a trace. */
export type LatePicture = FunctionComponent<Shown>;
