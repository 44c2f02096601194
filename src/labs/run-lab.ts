import type { SourceLine } from '../../protocol/entry.ts';
import { recollect } from '../components/memory.ts';
import { SyntheticDevices } from '../media/synthetic-devices.ts';
import { createRecorder } from '../trace/recorder.ts';
import { type LineTables, sourceLineOf } from '../trace/source-line.ts';
import { createTrace, type Trace } from '../trace/trace.ts';
import { unnoticedStats } from '../trace/unnoticed-stats.ts';
import type { Draft, Editable } from './edited.ts';
import { keepRoom } from './keep-room.ts';
import type { Pair, Panel, Reach, Source, Stop } from './lab.ts';
import { createLight } from './light.ts';

const panels = import.meta.glob<Panel>('./*/panel.tsx');

type Run = {
  name: string;
  root: HTMLElement;
  source: Source;
  params: string;
  pair: string | undefined;
  draft?: Draft | undefined;
  signal: AbortSignal;
};

export type RunningLab = {
  trace: Trace;
  /** Lets the synthetic microphone be heard, or silences it. */
  hum(audible: boolean): void;
  /** What the browser knows of somebody's newest connection, asked so that it stands in no trace. */
  statsOf(who: string): Promise<RTCStatsReport> | undefined;
};

/** Puts an editor in the place of a quote, from which the lab then runs. It weighs more than all the rest. */
export const editCode = async (opener: HTMLElement, host: Editable) =>
  (await import('./edit-code.ts')).editCode(opener, host);

/** Resolves when the lab that ran before has let go of everything. */
let released = Promise.resolve();

/** Mounts a lab with everything that it was promised; aborting the signal stops it and closes what it opened. */
export async function runLab({ name, root, source, params, pair, draft, signal }: Run): Promise<RunningLab> {
  const [panel, tables] = await Promise.all([panels[`./${name}/panel.tsx`]!(), lineTables(name)]);
  await released;
  signal.throwIfAborted();

  keepRoom(root, signal);
  const tracks = new Set<MediaStreamTrack>();
  const trace = createTrace(() => performance.now());
  // Whoever has a seat in a class may be told to at any time.
  const mayObey = 'seat' in document.documentElement.dataset || recollect('trickle:profile').width;
  const obeying = mayObey ? await import('../media/obey-profile.ts') : undefined;
  const unusable = await draft?.(trace, tables, signal);
  signal.throwIfAborted();
  const light = createLight(document, signal);
  trace.follow(light, signal);
  const profile = obeying?.obeyProfile(root, signal);
  const recorder = createRecorder({
    trace,
    lineOf: (stack) => sourceLineOf(stack, tables),
    // A permission prompt may outlast the lab that asked: what comes too late is let go at once.
    found: (track) => (signal.aborted ? track.stop() : tracks.add(track) && profile?.track(track)),
  });
  const synthetic = new Map<string, SyntheticDevices>();
  const devicesOf = (who: string) => {
    if (source === 'synthetic' && !synthetic.has(who)) synthetic.set(who, new SyntheticDevices(who, signal));
    const devices = (synthetic.get(who) as unknown as MediaDevices | undefined) ?? navigator.mediaDevices;
    if (devices) recorder.devices(devices, who);
    return devices;
  };

  const newest = new Map<string, RTCPeerConnection>();
  const newPeer = (who: string, configuration?: RTCConfiguration) => {
    signal.throwIfAborted();
    const peer = recorder.newPeer(who, configuration);
    profile?.peer(peer);
    newest.set(who, peer);
    signal.addEventListener('abort', () => peer.close());
    return peer;
  };

  let way: Promise<Reach> | undefined;
  const context = {
    newPeer,
    devices: devicesOf('alice'),
    devicesOf,
    // Loaded with the labs that want it, and with no other.
    carrier: () => (way ??= import('./reach.ts').then(({ reach }) => reach(trace, signal))),
    source,
    trace,
    params: new URLSearchParams(params),
    pair: pair === undefined ? undefined : (Object.fromEntries(new URLSearchParams(pair)) as Pair),
    signal,
    light: (line?: SourceLine) => light(line && { line }),
  };
  // Inside a function that is async, so that a lab that throws is let go of like any other.
  const mounted = (async () => (unusable ?? panel).mount(root, context))();
  // Mounting may never end: a prompt stays open, a closed connection never answers. Leaving waits for neither.
  let stop: Stop | undefined;
  mounted.then(
    (stopLab) => {
      if (signal.aborted) return stopLab();
      stop = stopLab;
      return undefined;
    },
    () => {},
  );
  released = aborted(signal)
    .then(() => stop?.())
    .finally(() => {
      for (const track of tracks) track.stop();
      root.replaceChildren();
    })
    .catch((error) => console.error('The lab did not stop cleanly.', error));
  await Promise.race([mounted, aborted(signal)]);
  signal.throwIfAborted();
  const hum = (audible: boolean) => {
    for (const devices of synthetic.values()) devices.audible = audible;
  };
  const statsOf = (who: string) => {
    const peer = newest.get(who);
    return peer && unnoticedStats(peer);
  };
  return { trace, hum, statsOf };
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

const known = new Map<string, LineTables>();

/** Without its table a lab runs all the same, and lights nothing. */
async function lineTables(name: string): Promise<LineTables> {
  try {
    const tables = known.get(name) ?? ((await (await fetch(`/lines/${name}.json`)).json()) as LineTables);
    known.set(name, tables);
    return tables;
  } catch {
    return {};
  }
}
