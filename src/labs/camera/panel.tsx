import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import { followLevel } from '../../media/level.ts';
import { explainRefusal, type Refusal } from '../../media/refusal.ts';
import type { LabContext } from '../lab.ts';
import { OnPurpose } from '../on-purpose.tsx';
import { RefusalCard } from '../refusal-card.tsx';
import { Allowed } from './allowed.tsx';
import { ask, received, show, stop } from './camera.ts';
import './panel.css';
import { type ProvokedRefusal, refusals } from './refusals.ts';

/** A track as it came, and whether it has ended since. */
type Given = ReturnType<typeof received>[number] & { ended?: true };

type Attempt =
  | { state: 'asking' }
  | { state: 'live'; stream: MediaStream; tracks: readonly Given[] }
  | { state: 'stopped' }
  | { state: 'ended' }
  | { state: 'refused'; refusal: Refusal };

const sentences: Record<Attempt['state'], string> = {
  asking: 'Asked. If your browser shows you a question, the code waits for your answer, for as long as you like.',
  live: 'Live. Below is what the browser really gave.',
  stopped: 'Stopped: every track has ended, and the device is free.',
  ended: 'Every track has ended by itself: its device was unplugged, or the permission taken back.',
  refused: 'Refused:',
};

export function mount(root: HTMLElement, { devices, source, signal: leaving }: LabContext) {
  const attempt = signal<Attempt>({ state: 'asking' });
  const wanted = { video: signal(true), audio: signal(true) };
  const video = createRef<HTMLVideoElement>();
  const level = signal(0);
  let listening = new AbortController();
  let attempts = 0;

  async function attemptWith(question: () => Promise<MediaStream>, permitted?: boolean) {
    end('stopped');
    attempt.value = { state: 'asking' };
    const turn = ++attempts;
    // The frame that is forbidden to ask has devices of its own, where this page may have synthetic ones.
    const circumstances = { devices: permitted === undefined ? devices !== undefined : isSecureContext, permitted };
    const outdated = () => leaving.aborted || turn !== attempts;
    try {
      const stream = await question();
      if (outdated()) return stop(stream);
      for (const track of stream.getTracks()) track.addEventListener('ended', () => outdated() || lose(track.kind));
      attempt.value = { state: 'live', stream, tracks: received(stream) };
      if (stream.getAudioTracks().length > 0) {
        listening = new AbortController();
        followLevel(stream, listening.signal, (peak) => (level.value = peak));
      }
      await show(stream, video.current!);
    } catch (error) {
      const interrupted = attempt.value.state !== 'asking';
      if (outdated() || interrupted) return;
      attempt.value = { state: 'refused', refusal: explainRefusal(error, circumstances) };
    }
  }

  /** A track ends for itself: whoever loses the microphone keeps their picture. */
  function lose(kind: string) {
    if (attempt.value.state !== 'live') return;
    // Not by `stream.active`: in Chromium 156 that still holds when the last of its tracks says that it has ended.
    if (attempt.value.stream.getTracks().every(({ readyState }) => readyState === 'ended')) return end('ended');
    const tracks = attempt.value.tracks.map((track) =>
      track.kind === kind ? { ...track, ended: true as const } : track,
    );
    attempt.value = { ...attempt.value, tracks };
  }

  function end(state: 'stopped' | 'ended') {
    if (attempt.value.state !== 'live') return;
    stop(attempt.value.stream);
    listening.abort();
    video.current!.srcObject = null;
    attempt.value = { state };
  }

  const askNow = () => attemptWith(() => ask(devices, { video: wanted.video.value, audio: wanted.audio.value }));

  render(
    <Panel
      attempt={attempt}
      wanted={wanted}
      video={video}
      level={level}
      real={source === 'camera'}
      onAsk={askNow}
      onStop={() => end('stopped')}
      onProvoke={({ provoke, permitted }) => attemptWith(() => provoke(devices), permitted)}
    />,
    root,
  );
  void askNow();

  return () => {
    end('stopped');
    render(null, root);
  };
}

type PanelProps = {
  attempt: Signal<Attempt>;
  wanted: { video: Signal<boolean>; audio: Signal<boolean> };
  video: RefObject<HTMLVideoElement | null>;
  level: Signal<number>;
  /** Whether it is for the browser to permit anything. */
  real: boolean;
  onAsk(): void;
  onStop(): void;
  onProvoke(refusal: ProvokedRefusal): void;
};

function Panel({ attempt, wanted, video, level, real, onAsk, onStop, onProvoke }: PanelProps) {
  const { state } = attempt.value;
  return (
    <div class="camera-lab" data-state={state}>
      <Face attempt={attempt.value} video={video} />
      <div class="controls">
        <fieldset>
          <legend>Ask for</legend>
          <Wanted label="Picture" wanted={wanted.video} />
          <Wanted label="Sound" wanted={wanted.audio} />
        </fieldset>
        {/* Not disabled while it asks: a disabled button would drop the focus of whoever came by keyboard. */}
        <button
          type="button"
          class="strong"
          aria-disabled={state === 'asking'}
          data-always={state === 'live'}
          onClick={state === 'live' ? onStop : state === 'asking' ? undefined : onAsk}
        >
          {state === 'live' ? 'Stop the tracks' : 'Ask again'}
        </button>
      </div>
      {real && <Allowed />}
      <p class="sentence" role="status" aria-label="Camera">
        {sentenceOf(attempt.value)}
      </p>
      <OnPurpose ways={refusals} onProvoke={onProvoke} />
      <div class="outcome">
        {attempt.value.state === 'live' && <Received tracks={attempt.value.tracks} level={level} />}
        {attempt.value.state === 'refused' && <RefusalCard refusal={attempt.value.refusal} />}
      </div>
    </div>
  );
}

function sentenceOf(attempt: Attempt) {
  if (attempt.state === 'refused') return `${sentences.refused} ${attempt.refusal.name}`;
  const lost = attempt.state === 'live' && attempt.tracks.find(({ ended }) => ended);
  if (!lost) return sentences[attempt.state];
  const device = lost.kind === 'audio' ? 'microphone' : 'camera';
  return `Live, but the ${device} went away by itself: unplugged, or its permission taken back.`;
}

function Wanted({ label, wanted }: { label: string; wanted: Signal<boolean> }) {
  return (
    <label class="wanted">
      <input
        type="checkbox"
        checked={wanted.value}
        onChange={({ currentTarget }) => (wanted.value = currentTarget.checked)}
      />
      {label}
    </label>
  );
}

function Face({ attempt, video }: { attempt: Attempt; video: RefObject<HTMLVideoElement | null> }) {
  const live = attempt.state === 'live';
  const picture = live && attempt.tracks.some(({ kind, ended }) => kind === 'video' && !ended);
  return (
    <figure class="face">
      {/* biome-ignore lint/a11y/useMediaCaption: one's own face, live and muted */}
      <video ref={video} playsInline tabIndex={-1} hidden={!picture} aria-label="You, as others would see you" />
      {!picture && <p>{live ? 'Sound only: nothing to see.' : 'No picture.'}</p>}
    </figure>
  );
}

function Received({ tracks, level }: { tracks: readonly Given[]; level: Signal<number> }) {
  return (
    <section class="received" aria-label="What the browser gave">
      {tracks.map(({ kind, label, settings, ended }) => (
        <dl key={kind}>
          <div class="track">
            <dt>{kind}</dt>
            <dd>{label}</dd>
            {ended ? <dd class="ended">ended</dd> : kind === 'audio' && <Level level={level} />}
          </div>
          {Object.entries(settings).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd title={String(value)}>{readable(value)}</dd>
            </div>
          ))}
        </dl>
      ))}
    </section>
  );
}

function Level({ level }: { level: Signal<number> }) {
  return (
    <dd>
      <meter value={level.value} max={0.5} aria-label="How loud the microphone is" />
    </dd>
  );
}

const readable = (value: unknown) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value);
