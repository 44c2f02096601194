import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import { explainRefusal } from '../../media/refusal.ts';
import { explainScreenRefusal } from '../../media/screen-refusal.ts';
import type { LabContext } from '../lab.ts';
import { Choices, type ChoicesProps } from './choices.tsx';
import './panel.css';
import { change, play, playThrough, record, resize, share, shareScreen, show, stop } from './playground.ts';
import { type Buttons, buttonsOf } from './state.ts';

export function mount(root: HTMLElement, { devices, signal: leaving }: LabContext) {
  const canShareScreen = typeof devices?.getDisplayMedia === 'function';
  const said = signal('Nothing is shared. Begin with the first button.');
  const listed = signal<readonly MediaDeviceInfo[]>([]);
  const [own, other] = [createRef<HTMLVideoElement>(), createRef<HTMLVideoElement>()];
  let stream: MediaStream | undefined;
  let screen: MediaStream | undefined;
  let recording: { recorder: MediaRecorder; kept: Promise<void> } | undefined;
  let ending = false;
  let recorded: Blob | undefined;

  /** Looks at what there is, whenever anything may have changed: no button remembers that it was pressed. */
  const look = () =>
    buttonsOf({
      tracks: stream?.getTracks() ?? [],
      shown: stream !== undefined && own.current?.srcObject === stream,
      screen: screen?.getVideoTracks()[0]?.readyState,
      recording: recording?.recorder.state === 'recording',
      recorded: recorded !== undefined,
      canShareScreen,
    });
  const buttons = signal<Buttons>(look());
  const lookAgain = () => {
    if (!leaving.aborted) buttons.value = look();
  };

  async function list() {
    const all = await devices.enumerateDevices();
    if (!leaving.aborted) listed.value = all;
  }

  function watch(stream: MediaStream, about: string) {
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => {
        if (!leaving.aborted) said.value = `${about} ended from outside.`;
        lookAgain();
      });
    }
  }

  /** It ends when somebody ends it, or by itself, when its tracks change or end: either way what was written is kept. */
  async function keep(coming: Promise<Blob>) {
    const written = await coming;
    if (leaving.aborted) return;
    recording = undefined;
    // Whoever ends it at once may come before the first picture was encoded: an empty file plays nowhere.
    recorded = written.size > 0 ? written : undefined;
    const kept = recorded
      ? `Recorded ${Math.ceil(recorded.size / 1024)} KB of ${recorded.type}.`
      : 'Nothing was written yet when it ended. Record for a moment longer.';
    said.value = ending ? kept : `The recording ended by itself: its tracks changed, or ended. ${kept}`;
    lookAgain();
  }

  /** A recording was played in its place meanwhile. */
  function showScreen() {
    if (screen?.getVideoTracks()[0]?.readyState === 'live') void show(other.current!, screen).catch(() => {});
  }

  const acts = {
    async share() {
      const fresh = await share(devices);
      if (leaving.aborted) return stop(fresh);
      stream = fresh;
      watch(stream, 'A track');
      await list();
      said.value = 'Shared: camera and microphone are open, and nobody sees anything yet.';
    },
    async show() {
      await show(own.current!, stream!);
      said.value = 'Shown, without its sound: it is your own.';
    },
    async hide() {
      own.current!.srcObject = null;
      said.value = 'Hidden. The camera is still on.';
    },
    async stop() {
      if (recording) await acts.end();
      for (const open of [stream, screen]) if (open) stop(open);
      for (const { current } of [own, other]) current!.srcObject = null;
      said.value = 'Stopped: every device is let go, and no screen is shared.';
    },
    async resize(typed: { width: string; height: string }) {
      const { width, height } = await resize(stream!, typed);
      said.value = `The camera now gives ${width} × ${height}.`;
    },
    async record() {
      const { recorder, recorded: coming } = record(stream!);
      ending = false;
      recording = { recorder, kept: keep(coming) };
      said.value = 'Recording, for as long as you like.';
    },
    async end() {
      const { recorder, kept } = recording!;
      ending = true;
      if (recorder.state !== 'inactive') recorder.stop();
      await kept;
    },
    async play() {
      await play(other.current!, recorded!);
      other.current!.addEventListener('ended', showScreen, { once: true });
      said.value = 'Playing what was recorded, with its sound.';
    },
    async screen() {
      if (screen?.active) {
        stop(screen);
        other.current!.srcObject = null;
        said.value = 'The screen is no longer shared.';
        return;
      }
      screen = await shareScreen(devices);
      if (leaving.aborted) return stop(screen);
      watch(screen, 'The screen');
      await show(other.current!, screen);
      said.value = 'The screen is shared, and shown on the right.';
    },
    async change(kind: 'video' | 'audio', deviceId: string) {
      await change(devices, stream!, kind, deviceId);
      if (leaving.aborted) return stop(stream!);
      watch(stream!, 'A track');
      said.value = 'Changed: the picture goes on, and the old device is let go.';
    },
    async through(deviceId: string) {
      await playThrough(other.current!, deviceId);
      said.value = 'What is played on the right leaves through that speaker.';
    },
  };

  /** Does it, says why not, and then looks at what there is now. */
  const trying =
    <Given extends unknown[]>(act: (...given: Given) => Promise<void>) =>
    async (...given: Given) => {
      try {
        await act(...given);
      } catch (error) {
        if (leaving.aborted) return;
        const about = { available: canShareScreen, devices: devices !== undefined };
        const asked: unknown[] = [acts.share, acts.change];
        if (act === acts.screen || asked.includes(act)) {
          const { name, meaning, remedy } =
            act === acts.screen ? explainScreenRefusal(error, about) : explainRefusal(error, about);
          said.value = `${name}. ${meaning} ${remedy}`;
        } else said.value = `The browser refused it. ${error}`;
      }
      lookAgain();
    };

  render(
    <Panel
      {...{ buttons, said, listed, own, other }}
      onPress={(name) => trying(acts[name])()}
      onResize={trying(acts.resize)}
      onChange={trying(acts.change)}
      onThrough={trying(acts.through)}
      inUse={(kind) =>
        stream
          ?.getTracks()
          .find((track) => track.kind === kind)
          ?.getSettings().deviceId
      }
    />,
    root,
  );
  devices?.addEventListener('devicechange', list, { signal: leaving });

  return () => {
    for (const open of [stream, screen]) if (open) stop(open);
    render(null, root);
  };
}

type Pressed = Exclude<keyof Buttons, 'resize'>;

type PanelProps = ChoicesProps & {
  said: Signal<string>;
  own: RefObject<HTMLVideoElement | null>;
  other: RefObject<HTMLVideoElement | null>;
  onPress(name: Pressed): void;
};

const words: Record<Pressed, string> = {
  share: 'Share camera and microphone',
  show: 'Show my picture',
  hide: 'Hide my picture',
  stop: 'Stop everything',
  record: 'Record',
  end: 'End the recording',
  play: 'Play the recording',
  screen: 'Share the screen',
};

/** What only takes back what was begun. */
const ends: readonly Pressed[] = ['hide', 'stop', 'end'];

const marks = { ready: 'can be pressed', on: 'on', later: 'not yet' };

function Panel({ said, own, other, onPress, ...choices }: PanelProps) {
  const names = Object.keys(words) as Pressed[];
  return (
    <div class="playground-lab">
      <div class="faces">
        <video ref={own} playsInline muted tabIndex={-1} aria-label="You" />
        {/* biome-ignore lint/a11y/useMediaCaption: what was recorded a moment ago, by whom it shows */}
        <video ref={other} playsInline tabIndex={-1} aria-label="Recording or screen" />
      </div>
      <p class="sentence" role="status" aria-label="Playground">
        {said.value}
      </p>
      <div class="buttons">
        {names.map((name) => {
          const state = choices.buttons.value[name];
          // What is on cannot be switched on again; only the screen's button takes it back.
          const idle = state === 'later' || (state === 'on' && name !== 'screen');
          return (
            <button
              key={name}
              type="button"
              data-state={state}
              aria-disabled={idle}
              data-always={ends.includes(name) || (name === 'screen' && state === 'on')}
              onClick={() => !idle && onPress(name)}
            >
              {name === 'screen' && state === 'on' ? 'Stop the screen' : words[name]}
              <small>{marks[state]}</small>
            </button>
          );
        })}
      </div>
      <Choices {...choices} />
    </div>
  );
}
