import { useEffect, useRef, useState } from 'preact/hooks';
import { countUntil, type Measure } from './timeline.ts';

type Play = {
  /** When each entry is shown, in milliseconds from the start at usual speed. */
  paced: readonly number[];
  measure: Measure;
  moment: number;
  speed: number;
  onMove(moment: number): void;
};

/** Goes on from the moment that is shown, entry by entry, until the end or until somebody else moves it. */
export function usePlay(play: Play) {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef(play);
  const shown = useRef(0);
  latest.current = play;

  useEffect(() => {
    if (!isPlaying) return;
    let position = latest.current.paced[shown.current - 1] ?? 0;
    let before = performance.now();
    let frame = requestAnimationFrame(function on(now) {
      const { paced, speed, onMove } = latest.current;
      position += (now - before) * speed;
      before = now;
      const next = Math.max(shown.current, countUntil(paced, position));
      if (next > shown.current) onMove((shown.current = next));
      if (next < paced.length) frame = requestAnimationFrame(on);
      else setPlaying(false);
    });
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, play.measure]);

  return {
    isPlaying,
    stop: () => setPlaying(false),
    /** From the beginning, if it is at its end. */
    start() {
      const { moment, paced, onMove } = latest.current;
      const isAtEnd = moment >= paced.length;
      shown.current = isAtEnd ? 0 : moment;
      if (isAtEnd) onMove(0);
      setPlaying(true);
    },
  };
}
