import type { Stack } from './caller.ts';
import { selfContained } from './natives.ts';

/** Told how a call went. */
export type Answer = { returned(value: unknown): void; threw(error: unknown): void };

/** An object that is recorded. Neither it nor an answer of it ever throws. */
export type Subject = {
  /** What it is called in the trace: 'pc1', 'chat', 'video1'. */
  readonly on: string;
  called(name: string, given: readonly unknown[], stack?: Stack): Answer | undefined;
  /** Whether a call is to be told with its stack. */
  readonly asksForStack: boolean;
  /** Hears its events. */
  happened?(event: Event): void;
  /** Told of what was read from it. */
  readonly gave?: Answer;
};

/** Everything that is recorded, by whichever recorder. What is not in here passes straight through. */
export const subjects = selfContained(new WeakMap<object, Subject>());
