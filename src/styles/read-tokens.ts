export type Colour = readonly [red: number, green: number, blue: number];
export type Token = { light: Colour; dark: Colour };

const pair = /--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\)/gi;

/** Every colour that a style sheet declares, by its name. */
export const readTokens = (css: string): Map<string, Token> =>
  new Map([...css.matchAll(pair)].map(([, name, light, dark]) => [name!, { light: read(light!), dark: read(dark!) }]));

export const hex = (colour: Colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

function read(text: string): Colour {
  const number = Number.parseInt(text.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}
