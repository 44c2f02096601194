import type { Entry } from '../../../protocol/entry.ts';
import type { Secrets } from './secrets.fixture.ts';

/** Everything that a reader with patience could get out of a text. */
function* unpacked(text: string, depth = 4): Iterable<string> {
  yield text;
  if (depth === 0) return;
  const once = text.replace(/%[0-9a-f]{2}/gi, (byte) => String.fromCharCode(Number.parseInt(byte.slice(1), 16)));
  if (once !== text) yield* unpacked(Buffer.from(once, 'latin1').toString(), depth - 1);
  if (text.includes('\\')) yield* unpacked(text.replace(/\\(["\\/])/g, '$1').replace(/\\[rn]/g, ' '), depth - 1);
  for (const [run] of text.matchAll(/[A-Za-z0-9+/_-]{8,}/g)) {
    for (const part of [run, run.slice(run.lastIndexOf('/') + 1)]) {
      const said = Buffer.from(part, 'base64').toString();
      if (/^[\s\w"'{}[\]()=:;,.…@%&?#/+\\“”’äöüßë-]{6,}$/.test(said.replaceAll('\ufffd', '')))
        yield* unpacked(said, depth - 1);
    }
  }
}

/** The secret, and the digits that base64 has for it wherever it begins in a group of three bytes. */
const tracesOf = (secret: string) => [
  secret,
  encodeURIComponent(secret),
  ...['', '.', '..']
    .map((before) =>
      Buffer.from(before + secret)
        .toString('base64')
        .slice(before === '' ? 0 : 4, -4),
    )
    .filter((digits) => digits.length > 8),
];

export function leaks(entries: readonly Entry[], s: Secrets): string[] {
  const texts = [...unpacked(JSON.stringify(entries))].map((text) => text.toLowerCase()).join('\n');
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}])${s.ufrag.toLowerCase().replace(/[+/]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'u',
  );
  return Object.entries(s).flatMap(([name, secret]) => {
    const found =
      name === 'ufrag' ? whole.test(texts) : tracesOf(secret).some((trace) => texts.includes(trace.toLowerCase()));
    return found ? `${name}: ${secret}` : [];
  });
}

/** What is left of a body when nobody looks at its words. */
export const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shape);
  if (value && typeof value === 'object') return Object.values(value).map(shape);
  return typeof value === 'string' ? 'text' : value;
};
