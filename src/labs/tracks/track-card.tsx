import { useEffect, useRef, useState } from 'preact/hooks';
import { followLevel } from '../../media/level.ts';
import { type Held, insteadOf, thing } from './held.ts';
import { show, stateOf } from './tracks.ts';

type Props = {
  held: Held;
  /** Whether its plug can be pulled: a synthetic one's. */
  canUnplug: boolean;
  /** No room for another clone. */
  full: boolean;
  onEnable(on: boolean): void;
  onClone(): void;
  onStop(): void;
  onUnplug(): void;
};

/** One track: what it shows, what it says of itself, and what can be done to it. Nothing here is remembered. */
export function TrackCard({
  held: { name, of, track, fired },
  canUnplug,
  full,
  onEnable,
  onClone,
  onStop,
  onUnplug,
}: Props) {
  const { kind, label, enabled, muted, readyState } = stateOf(track);
  const ended = readyState === 'ended';
  return (
    <section class="track" aria-label={name} data-state={readyState}>
      <p class="name">
        {name} <span title={label}>{of ? `a clone of ${of}` : label}</span>
      </p>
      <div class="window" data-kind={kind}>
        {kind === 'video' ? <Picture track={track} name={name} /> : <Loudness track={track} name={name} />}
        <p>{insteadOf(track)}</p>
      </div>
      <dl>
        <Says name="enabled" value={enabled} odd={!enabled} />
        <Says name="muted" value={muted} odd={muted} />
        <Says name="readyState" value={readyState} odd={ended} />
        <Says name="fired" value={fired.join(', ') || 'nothing'} odd={fired.length > 0} />
      </dl>
      <div class="buttons">
        <button type="button" aria-pressed={!enabled} data-always onClick={() => onEnable(!enabled)}>
          Disable
        </button>
        <button type="button" aria-disabled={full} onClick={full ? undefined : onClone}>
          Clone
        </button>
        <button type="button" data-always onClick={onStop}>
          Stop
        </button>
        {canUnplug && !of && !ended && (
          <button type="button" onClick={onUnplug}>
            Unplug the {thing(kind)}
          </button>
        )}
      </div>
    </section>
  );
}

function Says({ name, value, odd }: { name: string; value: unknown; odd: boolean }) {
  return (
    <div class={odd ? 'odd' : undefined}>
      <dt>{name}</dt>
      <dd>{String(value)}</dd>
    </div>
  );
}

function Picture({ track, name }: { track: MediaStreamTrack; name: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    // Where the lab ends before the first frame, there is nothing left to play.
    show(track, video.current!).catch(() => {});
  }, [track]);
  // biome-ignore lint/a11y/useMediaCaption: one's own face, live and muted
  return <video ref={video} tabIndex={-1} aria-label={`What ${name} shows`} />;
}

function Loudness({ track, name }: { track: MediaStreamTrack; name: string }) {
  const [level, setLevel] = useState(0);
  useEffect(() => {
    const listening = new AbortController();
    followLevel(new MediaStream([track]), listening.signal, setLevel);
    return () => listening.abort();
  }, [track]);
  return <meter value={level} max={0.5} aria-label={`How loud ${name} is`} />;
}
