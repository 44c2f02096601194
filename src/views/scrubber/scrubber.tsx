import { useState } from 'preact/hooks';
import type { Entry } from '../../../protocol/entry.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import { since } from '../duration.ts';
import '../picture.css';
import { marksOf } from './marks.ts';
import './scrubber.css';
import { type Moment, momentOf, momentText } from './text.ts';
import { countUntil, type Measure, pace, timesOf } from './timeline.ts';
import { usePlay } from './use-play.ts';

type Props = {
  entries: readonly Entry[];
  moment: Moment;
  /** Whether the trace may still grow: then its end is not a moment, but live. */
  growing?: boolean;
  clock?: Clock;
  onMove(moment: Moment): void;
};

const speeds = [0.25, 0.5, 1, 2, 4];

/** Moves through a trace: by entries or by time, by hand or playing, at any moment or live. */
export function Scrubber({ entries, moment, growing = false, clock = ownClock, onMove }: Props) {
  const [measure, setMeasure] = useState<Measure>('entries');
  const [speed, setSpeed] = useState(1);
  const total = entries.length;
  const at = momentOf(moment, entries);
  const times = timesOf(entries, clock);
  const end = times.at(-1) || 1;

  const move = (to: number) => onMove(growing && to >= total ? 'live' : Math.max(0, Math.min(total, to)));
  const { isPlaying, start, stop } = usePlay({ paced: pace(times, measure), measure, moment: at, speed, onMove: move });
  const moveByHand = (to: number) => {
    stop();
    move(to);
  };

  // A browser's own steps would be of one millisecond where a step is meant to be one entry.
  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.round(total / 10));
    const steps: Record<string, number> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: page,
      PageDown: -page,
      Home: -total,
      End: total,
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    moveByHand(at + step);
  }

  const byTime = measure === 'time';
  const share = total && (byTime ? (times[at - 1] ?? 0) / end : at / total);
  return (
    <section class="picture scrubber" aria-label="Moment" style={{ '--share': share }}>
      <div class="bar">
        <span class="buttons">
          <button
            type="button"
            class="small"
            aria-label="Back one entry"
            disabled={at === 0}
            onClick={() => moveByHand(at - 1)}
          >
            <Glyph path="M11 3 5 8l6 5zM3 3h2v10H3z" />
          </button>
          <button type="button" class="small play" disabled={total === 0} onClick={isPlaying ? stop : start}>
            <Glyph path={isPlaying ? 'M4 3h3v10H4zM9 3h3v10H9z' : 'M4 2.5 13 8l-9 5.5z'} />{' '}
            {isPlaying ? 'Pause' : 'Play'}
          </button>
          <button
            type="button"
            class="small"
            aria-label="On one entry"
            disabled={at === total}
            onClick={() => moveByHand(at + 1)}
          >
            <Glyph path="m5 3 6 5-6 5zM11 3h2v10h-2z" />
          </button>
        </span>
        <output class="where">
          <b>{since(times[at - 1] ?? 0)}</b> · {at} of {total}
        </output>
        <span class="choices">
          <label>
            Speed{' '}
            <select value={String(speed)} onChange={({ currentTarget }) => setSpeed(Number(currentTarget.value))}>
              {speeds.map((speed) => (
                <option key={speed} value={String(speed)}>
                  {`${speed}×`}
                </option>
              ))}
            </select>
          </label>
          <label>
            <input type="checkbox" checked={byTime} onChange={() => setMeasure(byTime ? 'entries' : 'time')} /> by time
          </label>
          {growing && (
            <button
              type="button"
              class="small live"
              aria-pressed={moment === 'live'}
              onClick={() => {
                stop();
                onMove('live');
              }}
            >
              Live
            </button>
          )}
        </span>
      </div>
      <div class="track">
        <Marks entries={entries} times={times} measure={measure} />
        <input
          type="range"
          min={0}
          max={byTime ? end : Math.max(1, total)}
          step={byTime ? 'any' : 1}
          value={byTime ? (times[at - 1] ?? 0) : at}
          disabled={total === 0}
          aria-label="Moment"
          aria-valuetext={momentText(times, at, moment === 'live')}
          onKeyDown={onKeyDown}
          onInput={({ currentTarget: { valueAsNumber: value } }) =>
            moveByHand(byTime ? countUntil(times, value) : value)
          }
        />
      </div>
    </section>
  );
}

type MarksProps = { entries: readonly Entry[]; times: readonly number[]; measure: Measure };

const Marks = ({ entries, times, measure }: MarksProps) => (
  <svg class="marks" viewBox="0 0 1000 32" preserveAspectRatio="none" aria-hidden="true">
    <path class="middle" d="M0 16H1000" />
    {marksOf(entries, times, measure).map(({ key, who, kind, path }) => (
      <path key={key} class={kind} data-who={who} d={path} />
    ))}
  </svg>
);

const Glyph = ({ path }: { path: string }) => (
  <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true">
    <path d={path} />
  </svg>
);
