// Fitness distance and SelectSettings, step by step as Media Capture and Streams has them (section "The ConstrainablePattern").

export type Value = number | string | boolean;
export type Settings = Readonly<Record<string, Value | undefined>>;
export type Terms = { exact?: Value | Value[]; ideal?: Value | Value[]; min?: number; max?: number };
export type ConstraintSet = Readonly<Record<string, Value | Value[] | Terms | undefined>>;
export type Supported = Readonly<Record<string, boolean | undefined>>;

const isTerms = (wish: unknown): wish is Terms => typeof wish === 'object' && wish !== null && !Array.isArray(wish);

/** A bare value is a wish, except in an advanced set, where it is a demand. */
const termsOf = (wish: NonNullable<ConstraintSet[string]>, bare: 'ideal' | 'exact'): Terms =>
  isTerms(wish) ? wish : { [bare]: wish };

/** Whether the terms demand anything, instead of wishing. */
export const isRequired = (wish: ConstraintSet[string], bare: 'ideal' | 'exact' = 'ideal') => {
  if (wish === undefined) return false;
  const { exact, min, max } = termsOf(wish, bare);
  return exact !== undefined || min !== undefined || max !== undefined;
};

function meets(actual: Value | undefined, { exact, min, max }: Terms) {
  if (actual === undefined) return false;
  if (exact !== undefined && ![exact].flat().includes(actual)) return false;
  return (min === undefined || Number(actual) >= min) && (max === undefined || Number(actual) <= max);
}

// #region distance
/** How far one setting is from what one constraint asks for: 0 is a hit, 1 as far as a wish can be, Infinity is out. */
export function distance(actual: Value | undefined, wish: ConstraintSet[string], bare: 'ideal' | 'exact' = 'ideal') {
  if (wish === undefined) return 0;
  const terms = termsOf(wish, bare);
  if (isRequired(wish, bare) && !meets(actual, terms)) return Number.POSITIVE_INFINITY;
  if (actual === undefined) return 1;
  const { ideal } = terms;
  if (ideal === undefined) return 0;
  if (typeof actual !== 'number' || typeof ideal !== 'number') return [ideal].flat().includes(actual) ? 0 : 1;
  return actual === ideal ? 0 : Math.abs(actual - ideal) / Math.max(Math.abs(actual), Math.abs(ideal));
}
// #endregion distance

/** The distances of all constraints of a set, by name. What the browser does not know is not asked for at all. */
export function distances(settings: Settings, wanted: ConstraintSet, supported: Supported) {
  const known = Object.entries(wanted).filter(([name]) => supported[name]);
  return Object.fromEntries(known.map(([name, wish]) => [name, distance(settings[name], wish)]));
}

export const sum = (distances: Readonly<Record<string, number>>) =>
  Object.values(distances).reduce((total, each) => total + each, 0);

export type Selected = { ok: true; best: Settings[] } | { ok: false; failed: string };

/** SelectSettings: those with the smallest distance, among which a browser may choose; or the demand that nobody meets. */
export function select(
  candidates: readonly Settings[],
  wanted: ConstraintSet,
  supported: Supported,
  advanced: readonly ConstraintSet[] = [],
): Selected {
  const measured = candidates.map((settings) => ({ settings, by: distances(settings, wanted, supported) }));
  let left = measured.filter(({ by }) => Number.isFinite(sum(by)));
  if (left.length === 0) {
    const required = Object.keys(wanted).filter((name) => supported[name] && isRequired(wanted[name]));
    const failed = required.find((name) => measured.every(({ by }) => by[name] === Number.POSITIVE_INFINITY));
    return { ok: false, failed: failed ?? '' };
  }
  for (const set of advanced) {
    const meeting = left.filter(({ settings }) =>
      Object.entries(set).every(
        ([name, wish]) => !supported[name] || Number.isFinite(distance(settings[name], wish, 'exact')),
      ),
    );
    // A set that nobody can meet is passed over.
    if (meeting.length > 0) left = meeting;
  }
  const least = Math.min(...left.map(({ by }) => sum(by)));
  return { ok: true, best: left.filter(({ by }) => sum(by) === least).map(({ settings }) => settings) };
}
