/** How strongly something is asked for; 'any' is not at all. */
export type Strength = 'any' | 'ideal' | 'exact' | 'min' | 'max';
export type Wish = { strength: Strength; value: string };

/** What the form has a row for. */
export const properties = ['width', 'height', 'aspectRatio', 'frameRate', 'facingMode'] as const;
export type Property = (typeof properties)[number];
export type Wishes = Readonly<Record<Property, Wish>>;

const nothing: Wishes = {
  width: { strength: 'any', value: '1280' },
  height: { strength: 'any', value: '720' },
  aspectRatio: { strength: 'any', value: '1' },
  frameRate: { strength: 'any', value: '15' },
  facingMode: { strength: 'any', value: 'user' },
};

const wish = (strength: Strength, value: number | string): Wish => ({ strength, value: String(value) });

/** Questions worth asking, ready to be pressed. */
export const examples: readonly { title: string; wishes: Wishes }[] = [
  { title: 'HD, please', wishes: { ...nothing, width: wish('ideal', 1280), height: wish('ideal', 720) } },
  { title: 'An odd width, please', wishes: { ...nothing, width: wish('ideal', 500) } },
  { title: 'Save data', wishes: { ...nothing, width: wish('max', 320), frameRate: wish('max', 10) } },
  { title: 'Exactly 100,000 wide', wishes: { ...nothing, width: wish('exact', 100_000) } },
  { title: 'A square', wishes: { ...nothing, aspectRatio: wish('exact', 1) } },
];

export const unasked = nothing;

/** What the form says, as getUserMedia and applyConstraints want it. */
export function constraintsOf(wishes: Wishes): MediaTrackConstraints {
  const asked = properties.filter((name) => wishes[name].strength !== 'any' && wishes[name].value !== '');
  const terms = asked.map((name) => {
    const { strength, value } = wishes[name];
    return [name, { [strength]: name === 'facingMode' ? value : Number(value) }];
  });
  return Object.fromEntries(terms);
}

/** As one would write it in a program. */
export function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const members = Object.entries(value).map(([name, member]) => `${name}: ${written(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
