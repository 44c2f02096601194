import { type Signal, signal } from '@preact/signals';
import { createRef, type RefObject, render } from 'preact';
import { sayRefusal } from '../../media/refusal.ts';
import type { SyntheticDevices } from '../../media/synthetic-devices.ts';
import type { LabContext } from '../lab.ts';
import { abilities, ask, call, cameraOfLastTime, exactly, list, switchTo, whenListChanges } from './devices.ts';
import { Faces } from './faces.tsx';
import { DeviceList } from './list.tsx';
import './panel.css';
import { Plugs } from './plugs.tsx';
import { Speakers } from './speakers.tsx';

type Kind = 'video' | 'audio';

export function mount(root: HTMLElement, { devices, newPeer, signal: leaving }: LabContext) {
  const listed = signal<readonly MediaDeviceInfo[]>([]);
  const inUse = signal<Partial<Record<Kind, string>>>({});
  const said = signal('');
  const changes = signal(0);
  const switches = signal(0);
  const asked = signal(false);
  const [own, bobs] = [createRef<HTMLVideoElement>(), createRef<HTMLVideoElement>()];
  let stream: MediaStream | undefined;
  let senders: RTCRtpSender[] = [];

  async function listAgain() {
    const { all } = await list(devices);
    if (!leaving.aborted) listed.value = all;
    return all;
  }

  async function begin() {
    if (!devices) throw new TypeError('navigator.mediaDevices is undefined');
    whenListChanges(
      devices,
      () => {
        changes.value++;
        void listAgain();
      },
      leaving,
    );
    const all = await listAgain();
    const named = all.some(({ label }) => label);
    said.value = named
      ? 'Listed, with names: this page was granted something before.'
      : 'Listed, and nothing asked. No names yet, and no more than one of each kind.';
  }

  async function askNow() {
    asked.value = true;
    try {
      stream = await ask(devices);
    } catch (error) {
      // Whoever said no may think better of it.
      asked.value = false;
      throw error;
    }
    if (leaving.aborted) return letGo();
    show(own.current!, stream);
    for (const track of stream.getTracks()) inUseNow(track);
    await listAgain();
    said.value = 'Granted: now the list has names, and every device of each kind.';
    const [alice, bob] = [newPeer('alice'), newPeer('bob')];
    bob.ontrack = ({ streams: [received] }) => show(bobs.current!, received!);
    senders = await call(alice, bob, stream);
  }

  function inUseNow(track: MediaStreamTrack) {
    inUse.value = { ...inUse.value, [track.kind]: track.getSettings().deviceId };
    track.addEventListener('ended', () => lost(track).catch(failed));
  }

  async function change(kind: Kind, deviceId: string) {
    const sender = senders.find(({ track }) => track?.kind === kind)!;
    if (kind === 'video') switches.value++;
    const track = await switchTo(devices, exactly(kind, deviceId), stream!, sender);
    if (leaving.aborted) return letGo();
    inUseNow(track);
    said.value = `Switched: Bob gets ${track.label}, in the place of the one before.`;
  }

  /** Pulled out while it was in use: whatever is left of its kind takes its place. */
  async function lost(track: MediaStreamTrack) {
    if (leaving.aborted || !stream?.getTracks().includes(track)) return;
    const left = (await listAgain()).find(({ kind }) => kind === `${track.kind}input`);
    if (!left) {
      said.value = `${track.label} is gone, and there is no other.`;
      return;
    }
    await change(track.kind as Kind, left.deviceId);
    said.value = `${track.label} is gone. ${left.label} has taken its place.`;
  }

  async function askForLastTimes(demanded: boolean) {
    const id = 'kept-since-last-time';
    const wanted = demanded ? await devices.getUserMedia(exactly('video', id)) : await cameraOfLastTime(devices, id);
    const [track] = wanted.getVideoTracks();
    track!.stop();
    said.value = `That camera is gone, so it became ${track!.label}. (It is closed again.)`;
  }

  function failed(error: unknown) {
    if (leaving.aborted) return;
    const refusal = sayRefusal(error, { devices: devices !== undefined });
    said.value = refusal;
  }

  function letGo() {
    for (const track of stream?.getTracks() ?? []) track.stop();
  }

  const synthetic = devices && 'plugIn' in devices ? (devices as unknown as SyntheticDevices) : undefined;
  const trying =
    <Given extends unknown[]>(attempt: (...given: Given) => Promise<void>) =>
    (...given: Given) =>
      void attempt(...given).catch(failed);
  render(
    <Panel
      {...{ listed, inUse, said, changes, switches, asked, own, bobs, synthetic }}
      able={devices ? abilities(devices) : undefined}
      devices={devices}
      onAsk={trying(askNow)}
      onSwitch={trying(change)}
      onLastTime={trying(askForLastTimes)}
    />,
    root,
  );
  begin().catch(failed);

  return () => {
    letGo();
    render(null, root);
  };
}

function show(video: HTMLVideoElement, stream: MediaStream) {
  video.srcObject = stream;
  // Interrupted when another picture takes its place.
  video.play().catch(() => {});
}

type PanelProps = {
  listed: Signal<readonly MediaDeviceInfo[]>;
  inUse: Signal<Partial<Record<Kind, string>>>;
  said: Signal<string>;
  changes: Signal<number>;
  switches: Signal<number>;
  asked: Signal<boolean>;
  own: RefObject<HTMLVideoElement | null>;
  bobs: RefObject<HTMLVideoElement | null>;
  synthetic: SyntheticDevices | undefined;
  able: ReturnType<typeof abilities> | undefined;
  devices: MediaDevices | undefined;
  onAsk(): void;
  onSwitch(kind: Kind, deviceId: string): void;
  onLastTime(demanded: boolean): void;
};

function Panel({ listed, inUse, said, changes, switches, asked, own, bobs, synthetic, ...more }: PanelProps) {
  const { able, devices, onAsk, onSwitch, onLastTime } = more;
  return (
    <div class="devices-lab">
      <Faces own={own} bobs={bobs} live={inUse.value.video !== undefined} switches={switches} />
      <div class="controls">
        <button type="button" class="strong" aria-disabled={asked.value} onClick={asked.value ? undefined : onAsk}>
          Ask for camera and microphone
        </button>
        {synthetic && <Plugs devices={synthetic} inUse={inUse.value.video} />}
      </div>
      <p class="sentence" role="status" aria-label="Devices">
        {said.value}
      </p>
      <DeviceList listed={listed.value} inUse={inUse.value} onSwitch={onSwitch} changes={changes.value} />
      {devices && able && <Speakers {...{ able, devices, listed, bobs }} />}
      <details class="on-purpose">
        <summary>The camera of last time</summary>
        <p>An id that was kept since another day, and is good for nothing now.</p>
        <div class="controls">
          <button type="button" onClick={() => onLastTime(true)}>
            Demand it
          </button>
          <button type="button" onClick={() => onLastTime(false)}>
            Demand it, or else any
          </button>
        </div>
      </details>
    </div>
  );
}
