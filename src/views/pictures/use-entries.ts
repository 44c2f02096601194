import { useEffect, useState } from 'preact/hooks';
import type { Entry } from '../../../protocol/entry.ts';

/** What can be looked at: a list of entries that may still grow, and news of its growth. */
export type Watched = {
  readonly entries: readonly Entry[];
  follow(listener: (entry: Entry) => void, signal: AbortSignal): void;
};

/** What is there so far, looked at once a frame at most: candidates come in dozens. */
export function useEntries(trace: Watched): readonly Entry[] {
  const [entries, setEntries] = useState(() => trace.entries.slice());
  useEffect(() => {
    const leave = new AbortController();
    let frame = 0;
    const look = () => {
      frame = 0;
      setEntries(trace.entries.slice());
    };
    trace.follow(() => {
      frame ||= requestAnimationFrame(look);
    }, leave.signal);
    look();
    return () => {
      leave.abort();
      cancelAnimationFrame(frame);
    };
  }, [trace]);
  return entries;
}
