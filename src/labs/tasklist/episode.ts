import type { Entry } from '../../../protocol/entry.ts';
import type { Trace } from '../../trace/trace.ts';

/** What is recorded from now on, as a trace of its own: one attempt, and nothing of those before it. */
export function episodeOf(trace: Trace, signal: AbortSignal) {
  const entries: Entry[] = [];
  trace.follow((entry) => entries.push({ ...entry, seq: entries.length }), signal);
  return { entries: entries as readonly Entry[], follow: trace.follow };
}
