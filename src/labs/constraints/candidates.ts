import { settle } from '../../media/settle.ts';
import { type ConstraintSet, distance, distances, type Settings, type Supported, select, sum } from './fitness.ts';

type Range = { min?: number; max?: number };

/** Sizes that most cameras have by nature. No program can ask a camera for its own list. */
const usual = [
  [320, 240],
  [640, 480],
  [1280, 720],
  [1920, 1080],
] as const;

/** One settings dictionary that is considered, and where it came from. */
export type Candidate = { title: string; settings: Settings };
export type Measured = Candidate & {
  by: Readonly<Record<string, number>>;
  total: number;
  /** Nothing in the list is nearer. */
  best: boolean;
};

const within = (value: number, range: unknown) => {
  const { min = 0, max = Number.POSITIVE_INFINITY } = (range ?? {}) as Range;
  return value >= min && value <= max;
};

/** The value nearest to the wish that the device can do; where it can't, the device's own nearest end. */
function nearest(wish: ConstraintSet[string], range: unknown, usual: number): number {
  const { min = 1, max = usual } = (range ?? {}) as Range;
  const settled = settle(wish as ConstrainDouble | undefined, { min, max, usual: Math.min(usual, max) });
  if (settled.ok) return settled.value;
  const { exact, ideal, min: atLeast, max: atMost } = wish as Record<string, number>;
  return Math.min(max, Math.max(min, exact ?? ideal ?? atLeast ?? atMost ?? usual));
}

const dressed = ([width, height]: readonly [number, number], rest: Settings): Settings => ({
  ...rest,
  width,
  height,
  aspectRatio: width / height,
});

/** What is worth considering: the usual sizes, the picture cut to what was asked, and whatever came in the end. */
export function candidatesFor(
  wanted: ConstraintSet,
  can: Readonly<Record<string, unknown>>,
  got: Settings,
): Candidate[] {
  const frameRate = nearest(wanted.frameRate, can.frameRate, Number(got.frameRate ?? 30));
  const rest = { ...got, frameRate };
  const fits = ([width, height]: readonly [number, number]) => within(width, can.width) && within(height, can.height);
  const cut = cutTo(wanted, can);
  const sizes = [...usual.filter(fits), ...(cut ? [cut] : [])];
  const seen = new Set<string>();
  const made = sizes
    .map((size) => ({ title: nameOf(size), settings: dressed(size, rest) }))
    .concat({ title: nameOf([Number(got.width), Number(got.height)]), settings: got });
  return made
    .toReversed()
    .filter(({ title }) => !seen.has(title) && seen.add(title))
    .toSorted((a, b) => Number(a.settings.width) - Number(b.settings.width));
}

const nameOf = ([width, height]: readonly [number, number]) => `${width} × ${height}`;

/** Cut and scaled, a camera can do nearly any size. */
function cutTo({ width, height, aspectRatio }: ConstraintSet, can: Readonly<Record<string, unknown>>) {
  if (width === undefined && height === undefined && aspectRatio === undefined) return undefined;
  const shape = aspectRatio === undefined ? 4 / 3 : nearest(aspectRatio, can.aspectRatio, 4 / 3);
  const high = nearest(height, can.height, width === undefined ? 480 : nearest(width, can.width, 640) / shape);
  const wide = nearest(width, can.width, high * shape);
  return [Math.round(wide), Math.round(high)] as const;
}

/** Every candidate with its distances. */
export function measure(candidates: readonly Candidate[], wanted: ConstraintSet, supported: Supported): Measured[] {
  const selected = select(
    candidates.map(({ settings }) => settings),
    wanted,
    supported,
  );
  return candidates.map((candidate) => {
    const by = distances(candidate.settings, wanted, supported);
    return { ...candidate, by, total: sum(by), best: selected.ok && selected.best.includes(candidate.settings) };
  });
}

/** What can come of a question. */
export const outcomes = ['as asked', 'something else', 'OverconstrainedError'] as const;
export type Outcome = (typeof outcomes)[number];

/** What came, in the same words. A demand that this browser does not know can be missed without an error. */
export function outcomeOf(wanted: ConstraintSet, got: Settings): Outcome {
  const missed = Object.entries(wanted).some(([name, wish]) => distance(got[name], wish) > 0);
  return missed ? 'something else' : 'as asked';
}
