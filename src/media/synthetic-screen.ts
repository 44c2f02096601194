import { contradiction, type DisplayOptions, formatOf, offered, type Surface } from './display-options.ts';
import { endTrack, hearsItsEnd } from './end-track.ts';
import { every } from './every.ts';
import { paintScreen } from './paint-screen.ts';
import { pickSurface, showBar } from './screen-dialogs.ts';
import { streamOf } from './stream-of.ts';

type Means = {
  who: string;
  /** What the surface sounds like, if its sound is shared. */
  sound(): MediaStreamTrack;
  signal: AbortSignal;
};

/** Asks like a browser what the page may see, and goes on until page or person has had enough. */
export async function shareScreen(asked: DisplayOptions, { who, sound, signal }: Means): Promise<MediaStream> {
  const wrong = contradiction(asked);
  if (wrong) throw new TypeError(wrong);
  const picked = await pickSurface(offered(asked), Boolean(asked.audio), signal);
  if (!picked) throw new DOMException('The person picked nothing', 'NotAllowedError');

  const { surface } = picked;
  const format = formatOf(surface, asked);
  const { frameRate, ...size } = format;
  const canvas = Object.assign(document.createElement('canvas'), size);
  const alive = new Set<MediaStreamTrack>();
  const [picture] = canvas.captureStream(frameRate).getVideoTracks();
  const tracks = [named(picture!, { ...surface, ...format }, alive)];
  if (picked.withSound) tracks.push(alsoAlive(sound(), alive));
  const hasLife = () => [...alive].some(({ readyState }) => readyState === 'live');

  const over = new AbortController();
  const paint = () => (hasLife() ? paintScreen(canvas, surface, new Date()) : over.abort());
  paintScreen(canvas, surface, new Date());
  const stopPainting = every(1000 / frameRate, paint);
  over.signal.addEventListener('abort', stopPainting);
  signal.addEventListener('abort', () => over.abort());
  showBar(
    `The synthetic browser: ${who.charAt(0).toUpperCase()}${who.slice(1)} shares ${surface.name.toLowerCase()}.`,
    over.signal,
    () => {
      for (const track of alive) endTrack(track);
      over.abort();
    },
  );
  return streamOf(tracks);
}

type Shown = Surface & { frameRate: number };

/** A canvas names its track by a random id, and knows nothing of screens. */
function named(track: MediaStreamTrack, shown: Shown, alive: Set<MediaStreamTrack>): MediaStreamTrack {
  const native = MediaStreamTrack.prototype;
  const { name, displaySurface, width, height, frameRate } = shown;
  const settings = { displaySurface, width, height, frameRate, cursor: 'always' };
  alsoAlive(track, alive);
  return Object.defineProperties(track, {
    label: { value: name },
    getSettings: { value: () => ({ ...native.getSettings.call(track), ...settings }) },
    clone: { value: () => named(native.clone.call(track), shown, alive) },
  });
}

function alsoAlive(track: MediaStreamTrack, alive: Set<MediaStreamTrack>) {
  alive.add(track);
  return hearsItsEnd(track);
}
