/** A part of a text that may be base64, what it says if it is, and how it says something else. */
export type Base64 = { start: number; end: number; says: string; again: (says: string) => string };

const shortest = 6;
const mostReadings = 8;

/** Everything in a text that can be read as base64 (RFC 4648 §4 and §5). Words can be as well: they just say nonsense. */
export const findBase64 = (text: string) =>
  [...text.matchAll(/[A-Za-z0-9+/_-]{6,}={0,2}/g)].map(({ 0: run, index }) => ({
    run,
    readings: readings(run, index),
  }));

/**
 * Behind a slash, a plus, a dash or an underscore something new may begin: `/join/djA9MCAu…`. With one of these itself
 * it doesn't: they would be the beginning of a byte with which no UTF-8 begins.
 */
function* readings(run: string, index: number): Iterable<Base64> {
  let left = mostReadings;
  for (let start = 0; start >= 0 && left-- > 0; start = after(run, start)) {
    const reading = read(run.slice(start), index + start);
    if (reading) yield reading;
  }
}

function after(run: string, start: number) {
  separators.lastIndex = start;
  return separators.test(run) ? separators.lastIndex : -1;
}

const separators = /[+/_-]+/g;

function read(run: string, start: number): Base64 | undefined {
  const digits = run.replace(/=+$/, '');
  // A single digit too many carries no whole byte.
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  if (whole.length < shortest) return undefined;
  const says = textOf(atob(whole.replaceAll('-', '+').replaceAll('_', '/')));
  // Among bytes that are no text there may be some; less of it than this is chance.
  if (noText.test(says) && !/[ -~]{4}/.test(says)) return undefined;

  const again = (says: string) => {
    const isPadded = whole.length % 4 === 0 || run.endsWith('=');
    const encoded = isPadded ? btoa(bytesOf(says)) : btoa(bytesOf(says)).replace(/=+$/, '');
    return /[-_]/.test(whole) ? encoded.replaceAll('+', '-').replaceAll('/', '_') : encoded;
  };
  return { start, end: start + (whole === digits ? run.length : whole.length), says, again };
}

// A byte that is no UTF-8 becomes half of a surrogate pair that has no other half, and from that the same byte again.
const noText = /[\udc80-\udcff]/u;
const sequence = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;

const textOf = (bytes: string) => bytes.replace(sequence, (run) => utf8(run) ?? run.replace(/./gs, stray));
const bytesOf = (text: string) =>
  text.replace(/[^\0-\x7f]/gu, (character) => (noText.test(character) ? byte(character) : utf8Bytes(character)));

const stray = (byte: string) => String.fromCharCode(0xdc00 + byte.charCodeAt(0));
const byte = (stray: string) => String.fromCharCode(stray.charCodeAt(0) - 0xdc00);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
const utf8Bytes = (character: string) => String.fromCharCode(...encoder.encode(character));

function utf8(run: string) {
  const text = decoder.decode(Uint8Array.from(run, (byte) => byte.charCodeAt(0)));
  return text.includes('\ufffd') ? undefined : text;
}
