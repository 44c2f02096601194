import { type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import type { SyntheticDevices } from '../../media/synthetic-devices.ts';
import { Inside } from '../../views/pictures/inside.tsx';
import type { LabContext } from '../lab.ts';
import { playUntouched } from './autoplay.ts';
import { type Held, lampOf, thing } from './held.ts';
import './panel.css';
import { TrackCard } from './track-card.tsx';
import { enable, end, open, twin, watch } from './tracks.ts';

const kinds = ['video', 'audio'] as const;
/** As many as fit on a screen, and as anybody can follow. */
const most = 4;

export function mount(root: HTMLElement, context: LabContext) {
  const { devices, signal: leaving } = context;
  const held = signal<readonly Held[]>([]);
  const status = signal('Asked for camera and microphone. The browser may have a question for you.');
  const counts: Record<string, number> = {};

  /** Whatever happened to a track, the cards are drawn anew from the tracks themselves. */
  const look = (status_: string) => {
    status.value = status_;
    held.value = [...held.value];
  };

  function keep(track: MediaStreamTrack, of?: string) {
    counts[track.kind] = (counts[track.kind] ?? 0) + 1;
    const one: Held = { name: `${track.kind}${counts[track.kind]}`, of, track, fired: [] };
    held.value = [...held.value, one];
    watch(track, ({ type }) => {
      one.fired = [...one.fired, type];
      look(`${one.name} fired ${type}: that was not your doing, so you are told.`);
    });
    return one;
  }

  function stopAll() {
    for (const { track } of held.value) if (track.readyState === 'live') end(track);
  }

  async function ask() {
    stopAll();
    held.value = [];
    try {
      const tracks = await open(devices);
      if (leaving.aborted) return;
      for (const track of tracks.toSorted((a, b) => b.kind.localeCompare(a.kind))) keep(track);
      status.value = 'Two tracks, one of each device. Whatever you do to one, the cards are read from the tracks anew.';
    } catch (error) {
      const { sayRefusal } = await import('../../media/refusal.ts');
      const refusal = sayRefusal(error, { devices: devices !== undefined });
      if (!leaving.aborted) status.value = `${refusal} Or choose Synthetic above.`;
    }
  }

  const act = {
    enable(one: Held, on: boolean) {
      enable(one.track, on);
      look(`${one.name}.enabled is ${on}. Nobody but you is told: no event fires, and its clones stay as they are.`);
    },
    clone(one: Held) {
      const copy = keep(twin(one.track), one.name);
      look(`${copy.name} is a clone of ${one.name}: the same source, and from now on a life of its own.`);
    },
    stop(one: Held) {
      end(one.track);
      const { on } = lampOf(held.value, one.track.kind);
      const device = `the ${thing(one.track.kind)} is ${on ? 'still held, by another track' : 'let go'}`;
      look(`${one.name} has ended, and ${device}. No event fired: it was your own doing.`);
    },
    unplug: (one: Held) => (devices as unknown as SyntheticDevices).unplug(one.track.kind as 'audio' | 'video'),
    async play() {
      const tracks = held.value.map(({ track }) => track).filter(({ readyState }) => readyState === 'live');
      if (!tracks.some(({ kind }) => kind === 'audio')) {
        status.value = 'There is no sound to play: no track of the microphone lives. Start over.';
        return;
      }
      const { said, muted } = await playUntouched(new MediaStream(tracks));
      status.value = `${said ?? 'This browser let it play, with its sound'}. ${muted ? 'Muted, it plays.' : ''}`;
    },
  };

  render(<Panel {...{ held, status, act, context }} onAsk={ask} />, root);
  void ask();

  return () => {
    stopAll();
    render(null, root);
  };
}

type PanelProps = {
  held: Signal<readonly Held[]>;
  status: Signal<string>;
  act: {
    enable(one: Held, on: boolean): void;
    clone(one: Held): void;
    stop(one: Held): void;
    unplug(one: Held): void;
    play(): void;
  };
  context: LabContext;
  onAsk(): void;
};

function Panel({ held, status, act, context: { source, trace, light }, onAsk }: PanelProps) {
  const all = held.value;
  return (
    <div class="tracks-lab">
      <p class="sentence" role="status" aria-label="Tracks">
        {status.value}
      </p>
      {kinds.map((kind) => {
        const of = all.filter(({ track }) => track.kind === kind);
        const lamp = lampOf(all, kind);
        return (
          <section class="device" key={kind} aria-label={`The ${thing(kind)}`}>
            <p class="lamp" data-on={lamp.on}>
              <i /> The {thing(kind)} is {lamp.says}
            </p>
            <div class="cards">
              {of.map((one) => (
                <TrackCard
                  key={one.name}
                  held={one}
                  canUnplug={source === 'synthetic'}
                  full={of.length >= most}
                  onEnable={(on) => act.enable(one, on)}
                  onClone={() => act.clone(one)}
                  onStop={() => act.stop(one)}
                  onUnplug={() => act.unplug(one)}
                />
              ))}
            </div>
          </section>
        );
      })}
      <div class="more">
        <button type="button" onClick={onAsk}>
          Start over
        </button>
        <button type="button" onClick={act.play}>
          Play with sound where nobody has clicked
        </button>
        <Inside trace={trace} growing onPick={({ line }) => line && light(line)} />
      </div>
    </div>
  );
}
