import type { ConsoleChange, LearnerChange, Numbered, StageChange } from '../../protocol/workshop/changes.ts';
import type { KeepingTrouble, Refusal } from '../../protocol/workshop/refusal.ts';
import type { SpotlitTrace } from './spotlit-trace.ts';

export type Change = ConsoleChange | LearnerChange | StageChange;
export type Role = 'learner' | 'instructor' | 'helper' | 'stage';

/** One connection that follows: what it has been shown, and how more is shown to it. */
export type Ear = {
  role: Role;
  /** Their seat, or their console. */
  id: string;
  /** What the key fitted by which they came: who joined by a code has none. */
  lock?: string | undefined;
  tell(change: Numbered<Change>): void;
  show(trace: SpotlitTrace): void;
  /** That nothing new can be kept, and why; nothing, when it can again. */
  warn(why: KeepingTrouble | undefined): void;
  /** Has so much to read that what comes next is better told at once, later. */
  isBehind(): boolean;
  /** They are not in this workshop any more, and this is why. */
  end(why: Refusal): void;
};
