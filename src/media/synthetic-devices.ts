import type { DisplayOptions } from './display-options.ts';
import { endTrack, hearsItsEnd } from './end-track.ts';
import { every } from './every.ts';
import { type Ability, settle } from './settle.ts';
import { streamOf } from './stream-of.ts';
import { builtIn, chosen, listed, pluggable, type SyntheticDevice } from './synthetic-list.ts';
import { paintTestCard } from './test-card.ts';

const camera = {
  width: { min: 1, max: 1920, usual: 640 },
  height: { min: 1, max: 1080, usual: 480 },
  frameRate: { min: 1, max: 30, usual: 30 },
} satisfies Record<string, Ability>;

type Format = Record<keyof typeof camera, number>;
/** What paints, as it paints now, and the tracks that show it. */
type Sensor = {
  deviceId: string;
  canvas: HTMLCanvasElement;
  tracks: Set<MediaStreamTrack>;
  format: Format;
  /** Paints differently from now on, for all who watch it. */
  become(format: Format): void;
};

/** Cameras and microphones made of canvas and oscillator. They answer as `navigator.mediaDevices` would. */
export class SyntheticDevices extends EventTarget {
  readonly #who: string;
  readonly #signal: AbortSignal;
  readonly #sensors = new Map<string, Sensor>();
  readonly #given = new Map<MediaStreamTrack, SyntheticDevice>();
  #plugged = builtIn;
  #granted = false;
  #loudness: GainNode | undefined;
  #audible = false;

  constructor(who: string, signal: AbortSignal) {
    super();
    this.#who = who;
    this.#signal = signal;
  }

  /** The microphone hums only when somebody asked for it. */
  set audible(audible: boolean) {
    this.#audible = audible;
    if (this.#loudness) this.#loudness.gain.value = audible ? 0.1 : 0;
  }

  async getUserMedia({ audio, video }: MediaStreamConstraints = {}): Promise<MediaStream> {
    if (!audio && !video) throw new TypeError('At least one of audio and video must be requested');
    // All that was asked is looked at before anything is opened: a refusal leaves nothing running.
    const microphone = audio && this.#meant('audioinput', audio);
    const eye = video && this.#meant('videoinput', video);
    const wanted = video === true ? {} : video;
    const format = wanted && formatOf(wanted);
    this.#granted = true;
    const tracks = [];
    if (microphone) tracks.push(this.#sound(microphone));
    if (eye && format) tracks.push(this.#camera(eye, format, wanted || {}));
    return streamOf(tracks);
  }

  /** The person is asked by a dialog, and what it takes comes when somebody asks. */
  async getDisplayMedia(asked: DisplayMediaStreamOptions = {}): Promise<MediaStream> {
    const wishes = wishesKnown(asked);
    if (!navigator.userActivation.isActive) throw new DOMException('Nobody has clicked.', 'InvalidStateError');
    const { shareScreen } = await import('./synthetic-screen.ts');
    return shareScreen(wishes, {
      who: this.#who,
      sound: () => this.#sound({ kind: 'audioinput', deviceId: 'shared', label: 'Its sound' }),
      signal: this.#signal,
    });
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return listed(this.#plugged, this.#granted);
  }

  getSupportedConstraints(): MediaTrackSupportedConstraints {
    return { deviceId: true, width: true, height: true, frameRate: true };
  }

  /** Pulls the plug of a device, and puts it back: every track that came of it ends, and says so. */
  unplug(kind: 'audio' | 'video') {
    this.#end((device) => device.kind === `${kind}input`);
  }

  plugIn() {
    this.#plugged = [...this.#plugged, pluggable];
    this.dispatchEvent(new Event('devicechange'));
  }

  /** Pulls it out for good: it is on the list no more. */
  pullOut() {
    this.#plugged = this.#plugged.filter((device) => device !== pluggable);
    this.#end((device) => device === pluggable);
    this.dispatchEvent(new Event('devicechange'));
  }

  #end(isMeant: (device: SyntheticDevice) => boolean) {
    for (const [track, device] of this.#given) {
      if (!isMeant(device)) continue;
      this.#given.delete(track);
      endTrack(track);
    }
  }

  #meant(kind: SyntheticDevice['kind'], asked: true | MediaTrackConstraints): SyntheticDevice {
    const device = chosen(this.#plugged, kind, asked === true ? undefined : asked.deviceId);
    if (device) return device;
    throw overconstrained('deviceId', 'There is no synthetic device of that id.');
  }

  #camera(device: SyntheticDevice, format: Format, asked: MediaTrackConstraints) {
    const sensor = this.#sensor(device, format);
    // As often as it ever paints: how often that is may change.
    const [track] = sensor.canvas.captureStream(camera.frameRate.max).getVideoTracks();
    const found = (track: MediaStreamTrack) => {
      sensor.tracks.add(track);
      this.#given.set(track, device);
    };
    return named(track!, device.label, found, () => constrainable(sensor, asked));
  }

  /** One for each size and rate, however often it is asked for: as with a camera, many tracks share one sensor. */
  #sensor({ deviceId, mark = '' }: SyntheticDevice, format: Format): Sensor {
    const { width, height, frameRate } = format;
    const key = `${deviceId} ${width}×${height}@${frameRate}`;
    const known = this.#sensors.get(key);
    if (known) return known;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const tracks = new Set<MediaStreamTrack>();
    const paint = () => paintTestCard(canvas, `${this.#who}${mark}`, new Date());
    // Once it has become another, a newer one may stand in its place.
    const forget = () => this.#sensors.get(key) === sensor && this.#sensors.delete(key);
    const run = (frameRate: number) => {
      paint();
      const rest = every(1000 / frameRate, () => {
        if ([...tracks].some(({ readyState }) => readyState === 'live')) return paint();
        rest();
        forget();
      });
      return rest;
    };
    let rest = run(frameRate);
    this.#signal.addEventListener('abort', () => rest());
    const become = (next: Format) => {
      rest();
      forget();
      Object.assign(canvas, { width: next.width, height: next.height });
      sensor.format = next;
      rest = run(next.frameRate);
    };
    const sensor: Sensor = { deviceId, canvas, tracks, format, become };
    this.#sensors.set(key, sensor);
    return sensor;
  }

  #sound(device: SyntheticDevice) {
    this.#loudness ??= this.#oscillator();
    const destination = new MediaStreamAudioDestinationNode(this.#loudness.context as AudioContext);
    this.#loudness.connect(destination);
    const [track] = destination.stream.getAudioTracks();
    const settings = () => ({ ...MediaStreamTrack.prototype.getSettings.call(track!), deviceId: device.deviceId });
    const found = (track: MediaStreamTrack) => this.#given.set(track, device);
    return named(track!, device.label, found, () => ({ getSettings: settings }));
  }

  #oscillator() {
    const context = new AudioContext();
    this.#signal.addEventListener('abort', () => context.close());
    const loudness = new GainNode(context, { gain: this.#audible ? 0.1 : 0 });
    const oscillator = new OscillatorNode(context, { frequency: 440 });
    oscillator.connect(loudness);
    oscillator.start();
    return loudness;
  }
}

/** Reads what a browser would, as it would: all that it heeds, by the alphabet, before it looks at any of it. */
function wishesKnown(asked: DisplayOptions): DisplayOptions {
  const { audio, monitorTypeSurfaces, preferCurrentTab, selfBrowserSurface, video } = asked;
  return { audio, monitorTypeSurfaces, preferCurrentTab, selfBrowserSurface, video };
}

function formatOf(asked: MediaTrackConstraints): Format {
  const names = Object.keys(camera) as (keyof Format)[];
  const settled = names.map((name) => {
    const settled = settle(asked[name], camera[name]);
    if (!settled.ok) throw overconstrained(name, `The synthetic camera cannot meet ${name}.`);
    return [name, settled.value];
  });
  return Object.fromEntries(settled) as Format;
}

function refuseOtherDevice({ deviceId: id }: MediaTrackConstraints, own: string) {
  const exact = typeof id === 'object' && !Array.isArray(id) ? id.exact : undefined;
  if (exact === undefined || [exact].flat().includes(own)) return;
  throw overconstrained('deviceId', 'There is no synthetic device of that id.');
}

/** Firefox knows the error but offers no constructor for it. */
const overconstrained = (constraint: string, message: string) =>
  Object.assign(new DOMException(message, 'OverconstrainedError'), { constraint });

/** A canvas knows nothing of cameras, and in Firefox its track refuses every constraint: so its camera answers for it. */
function constrainable(sensor: Sensor, asked: MediaTrackConstraints) {
  const known = ({ deviceId, width, height, frameRate }: MediaTrackConstraints) =>
    Object.fromEntries(Object.entries({ deviceId, width, height, frameRate }).filter(([, wish]) => wish !== undefined));
  let constraints = known(asked);
  const ranges = Object.entries(camera).map(([name, { min, max }]) => [name, { min, max }]);
  return {
    getCapabilities: () => ({ deviceId: sensor.deviceId, ...Object.fromEntries(ranges) }),
    getConstraints: () => constraints,
    getSettings: () => ({ deviceId: sensor.deviceId, ...sensor.format }),
    async applyConstraints(wanted: MediaTrackConstraints = {}) {
      refuseOtherDevice(wanted, sensor.deviceId);
      sensor.become(formatOf(wanted));
      constraints = known(wanted);
    },
  };
}

/** Canvas and audio graph name their tracks by a random id; a device, and a clone of its track, would give its name. */
function named(
  track: MediaStreamTrack,
  label: string,
  found: (track: MediaStreamTrack) => unknown,
  answers: () => Partial<MediaStreamTrack> = () => ({}),
): MediaStreamTrack {
  found(hearsItsEnd(track));
  const clone = () => named(MediaStreamTrack.prototype.clone.call(track), label, found, answers);
  for (const [name, value] of Object.entries(answers()))
    Object.defineProperty(track, name, { value, configurable: true });
  return Object.defineProperties(track, { label: { value: label }, clone: { value: clone } });
}
