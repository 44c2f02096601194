/** How long something took, as short as can be: '0.4 ms', '12 ms', '3.2 s', '2 min 5 s'. */
export function duration(ms: number): string {
  // Two clocks that were compared over a network may disagree by more than a message takes.
  if (ms <= 0) return '0 ms';
  if (ms < 0.95) return `${Math.max(0.1, ms).toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 59_500) return `${Math.round(ms / 1_000)} s`;
  const seconds = Math.round(ms / 1_000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes / 60} h`;
}

/** A moment since the trace began, always to the millisecond: '0.312 s'. */
export const since = (ms: number) => `${ms < 0 ? '−' : ''}${(Math.abs(ms) / 1_000).toFixed(3)} s`;
