import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import { sayRefusal } from '../../media/refusal.ts';
import type { LabContext } from '../lab.ts';
import { Chunks, type Slice } from './chunks.tsx';
import './panel.css';
import { findLength, load, open, record, stop, whole, writable } from './recorder.ts';
import { counted, endedWithAStop, fileName, seconds, types, weight, withoutSound } from './types.ts';

/** What became of the chunks, once they were put together. */
type Recording = { url: string; type: string; size: number; length: string; plays: boolean };

export function mount(root: HTMLElement, { devices, signal: leaving }: LabContext) {
  const status = signal('Asked for camera and microphone. The browser may have a question for you.');
  const state = signal<RecordingState | 'closed'>('closed');
  const slices = signal<readonly Slice[]>([]);
  const recording = signal<Recording | undefined>(undefined);
  const chosen = { type: signal(writable(types)[0] ?? ''), sliceMs: signal('1000'), sound: signal(true) };
  const live = createRef<HTMLVideoElement>();
  const player = createRef<HTMLVideoElement>();
  let stream: MediaStream | undefined;
  let recorder: MediaRecorder | undefined;
  let parts: readonly Blob[] = [];

  async function begin() {
    try {
      stream = await open(devices);
      if (leaving.aborted) return stop(stream);
      live.current!.muted = true;
      live.current!.srcObject = stream;
      await live.current!.play();
      state.value = 'inactive';
      status.value = 'Ready. Choose what to write, and press Record.';
    } catch (error) {
      const refusal = sayRefusal(error, { devices: devices !== undefined });
      if (!leaving.aborted) status.value = `${refusal} Or choose Synthetic above.`;
    }
  }

  function forget() {
    if (recording.value) URL.revokeObjectURL(recording.value.url);
    recording.value = undefined;
    slices.value = [];
  }

  function start() {
    forget();
    const from = performance.now();
    const recorded = new MediaStream(chosen.sound.value ? stream!.getTracks() : stream!.getVideoTracks());
    const chunks: Blob[] = [];
    let failed: DOMException | undefined;
    try {
      recorder = record(
        recorded,
        chosen.sound.value ? chosen.type.value : withoutSound(chosen.type.value),
        Number(chosen.sliceMs.value) || undefined,
        {
          chunk(data) {
            chunks.push(data);
            slices.value = [...slices.value, { at: performance.now() - from, size: data.size, type: data.type }];
          },
          changed() {
            if (leaving.aborted) return;
            state.value = recorder!.state;
            if (recorder!.state === 'inactive') void finish(chunks, failed);
          },
          failed: (error) => (failed = error),
        },
      );
      state.value = recorder.state;
      status.value = `Recording. ${chosen.sliceMs.value ? 'A chunk comes now and then.' : 'One chunk will come, at the end.'}`;
    } catch (error) {
      status.value = `${(error as Error).name}: ${(error as Error).message}`;
    }
  }

  async function finish(chunks: readonly Blob[], failed: DOMException | undefined) {
    parts = chunks.filter(({ size }) => size > 0);
    const made = whole(chunks);
    const result = await load(made, player.current!);
    if (leaving.aborted) return;
    const plays = 'length' in result;
    const length = plays ? seconds(result.length) : 'not playable';
    recording.value = { url: player.current!.src, type: made.type, size: made.size, length, plays };
    const why = failed ? `${failed.name}: ${endedWithAStop(failed.message)} ` : '';
    const says = plays
      ? `The player says its length is ${length}.`
      : `The player can’t play it: ${result.error.message}`;
    status.value = `${why}Stopped: ${counted(chunks.length)}, ${weight(made.size)}. ${says}`;
  }

  const act = {
    start: () => state.value !== 'closed' && start(),
    pause: () => (recorder?.state === 'paused' ? recorder.resume() : recorder?.pause()),
    request: () => recorder?.requestData(),
    stop: () => recorder?.stop(),
    /** A recorder wants the same tracks from beginning to end. */
    drop() {
      for (const track of recorder!.stream.getAudioTracks()) recorder!.stream.removeTrack(track);
    },
    async find() {
      const length = seconds(await findLength(player.current!));
      recording.value = { ...recording.value!, length };
      status.value = `Sent to its end, the player has found it: ${length}.`;
    },
    /** The same file without its first slice, in which it says what it is. */
    async beheaded() {
      const said = await load(whole(parts.slice(1)), document.createElement('video'));
      status.value =
        'error' in said
          ? `Without its first chunk nobody knows what it is. ${said.error.message}`
          : `It plays even without its first chunk: ${seconds(said.length)}.`;
    },
  };

  render(<Panel {...{ status, state, slices, recording, chosen, live, player, act }} />, root);
  void begin();

  return () => {
    if (recorder && recorder.state !== 'inactive') recorder.stop();
    if (stream) stop(stream);
    forget();
    render(null, root);
  };
}

type PanelProps = {
  status: Signal<string>;
  state: Signal<RecordingState | 'closed'>;
  slices: Signal<readonly Slice[]>;
  recording: Signal<Recording | undefined>;
  chosen: { type: Signal<string>; sliceMs: Signal<string>; sound: Signal<boolean> };
  live: RefObject<HTMLVideoElement | null>;
  player: RefObject<HTMLVideoElement | null>;
  act: Record<'start' | 'pause' | 'request' | 'stop' | 'drop' | 'find' | 'beheaded', () => void>;
};

function Panel({ status, state, slices, recording, chosen, live, player, act }: PanelProps) {
  const now = state.value;
  const busy = now === 'recording' || now === 'paused';
  const made = recording.value;
  return (
    <div class="recorder-lab">
      <div class="screens">
        <figure>
          <figcaption>
            Live, <b>{now === 'closed' ? 'nothing yet' : now}</b>
          </figcaption>
          {/* biome-ignore lint/a11y/useMediaCaption: one's own face, live and muted */}
          <video ref={live} playsInline tabIndex={-1} aria-label="What is recorded" />
        </figure>
        <figure>
          <figcaption>{made ? `Recorded: ${made.length}` : 'Recorded: nothing yet'}</figcaption>
          {/* biome-ignore lint/a11y/useMediaCaption: whoever records it knows what was said */}
          <video ref={player} playsInline controls={made !== undefined} aria-label="The recording" />
        </figure>
      </div>
      <div class="choices">
        <Choice
          label="Write"
          value={chosen.type}
          among={types.map((type) => ({ type, can: writable([type]).length > 0 }))}
          off={busy}
        />
        <label>
          A chunk
          <select
            value={chosen.sliceMs.value}
            disabled={busy}
            onChange={({ currentTarget }) => (chosen.sliceMs.value = currentTarget.value)}
          >
            <option value="250">every 250 ms</option>
            <option value="1000">every second</option>
            <option value="">at the end</option>
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={chosen.sound.value}
            disabled={busy}
            onChange={({ currentTarget }) => (chosen.sound.value = currentTarget.checked)}
          />
          With sound
        </label>
      </div>
      <div class="buttons">
        <button
          type="button"
          class="strong"
          aria-disabled={now === 'closed'}
          data-always={busy}
          onClick={busy ? act.stop : act.start}
        >
          {busy ? 'Stop recording' : 'Record'}
        </button>
        {busy && (
          <>
            <button type="button" onClick={act.pause}>
              {now === 'paused' ? 'Go on' : 'Pause'}
            </button>
            <button type="button" onClick={act.request}>
              A chunk now
            </button>
            <button type="button" onClick={act.drop}>
              Take the sound away
            </button>
          </>
        )}
        {made && (
          <>
            <a class="button" href={made.url} download={fileName(made.type)}>
              Download {weight(made.size)}
            </a>
            {made.plays && (
              <button type="button" onClick={act.find}>
                Find its length
              </button>
            )}
            <button type="button" onClick={act.beheaded}>
              Play it without its first chunk
            </button>
          </>
        )}
      </div>
      <p class="sentence" role="status" aria-label="Recorder">
        {status.value}
      </p>
      <Chunks slices={slices.value} />
    </div>
  );
}

type ChoiceProps = {
  label: string;
  value: Signal<string>;
  among: readonly { type: string; can: boolean }[];
  off: boolean;
};

/** All types, those too that this browser refuses: to be refused is worth seeing. */
function Choice({ label, value, among, off }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value.value} disabled={off} onChange={({ currentTarget }) => (value.value = currentTarget.value)}>
        {among.map(({ type, can }) => (
          <option key={type} value={type}>
            {can ? type : `${type} (not here)`}
          </option>
        ))}
      </select>
    </label>
  );
}
