import { type Ability, settle } from './settle.ts';
import { paintTestCard } from './test-card.ts';

const camera = {
  width: { min: 1, max: 1920, usual: 640 },
  height: { min: 1, max: 1080, usual: 480 },
  frameRate: { min: 1, max: 30, usual: 30 },
} satisfies Record<string, Ability>;

const ids = { video: 'synthetic-camera', audio: 'synthetic-microphone' };
const labels = { video: 'Synthetic camera', audio: 'Synthetic microphone' };

/** A camera and a microphone made of canvas and oscillator. They answer as `navigator.mediaDevices` would. */
export class SyntheticDevices extends EventTarget {
  readonly #who: string;
  readonly #signal: AbortSignal;
  readonly #canvases = new Map<string, HTMLCanvasElement>();
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
    const tracks = [];
    if (audio) tracks.push(this.#microphone(audio === true ? {} : audio));
    if (video) tracks.push(this.#camera(video === true ? {} : video));
    return new MediaStream(tracks);
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return (['audio', 'video'] as const).map((kind) => {
      const info = { deviceId: ids[kind], groupId: 'synthetic', kind: `${kind}input` as const, label: labels[kind] };
      return { ...info, toJSON: () => info };
    });
  }

  getSupportedConstraints(): MediaTrackSupportedConstraints {
    return { deviceId: true, width: true, height: true, frameRate: true };
  }

  #camera(asked: MediaTrackConstraints) {
    refuseOtherDevice(asked.deviceId, ids.video);
    const [width, height, frameRate] = (['width', 'height', 'frameRate'] as const).map((name) => {
      const settled = settle(asked[name], camera[name]);
      if (!settled.ok) throw overconstrained(name, `The synthetic camera cannot meet ${name}.`);
      return settled.value;
    }) as [number, number, number];
    const [track] = this.#canvas(width, height, frameRate).captureStream(frameRate).getVideoTracks();
    return labelled(track!, labels.video);
  }

  /** One canvas per size and rate, however often it is asked for: as with a camera, many tracks share one sensor. */
  #canvas(width: number, height: number, frameRate: number) {
    const key = `${width}×${height}@${frameRate}`;
    const known = this.#canvases.get(key);
    if (known) return known;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const paint = () => paintTestCard(canvas, this.#who, new Date());
    paint();
    // Not requestAnimationFrame: a page in the background must go on sending.
    const timer = setInterval(paint, 1000 / frameRate);
    this.#signal.addEventListener('abort', () => clearInterval(timer));
    this.#canvases.set(key, canvas);
    return canvas;
  }

  #microphone(asked: MediaTrackConstraints) {
    refuseOtherDevice(asked.deviceId, ids.audio);
    this.#loudness ??= this.#oscillator();
    const destination = new MediaStreamAudioDestinationNode(this.#loudness.context as AudioContext);
    this.#loudness.connect(destination);
    return labelled(destination.stream.getAudioTracks()[0]!, labels.audio);
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

function refuseOtherDevice(asked: ConstrainDOMString | undefined, own: string) {
  const exact = typeof asked === 'object' && !Array.isArray(asked) ? asked.exact : undefined;
  if (exact === undefined || [exact].flat().includes(own)) return;
  throw overconstrained('deviceId', 'There is no synthetic device of that id.');
}

/** Firefox knows the error but offers no constructor for it. */
const overconstrained = (constraint: string, message: string) =>
  Object.assign(new DOMException(message, 'OverconstrainedError'), { constraint });

/** Canvas and audio graph name their tracks by a random id; a device would give its own name. */
function labelled(track: MediaStreamTrack, label: string) {
  return Object.defineProperty(track, 'label', { value: label });
}
