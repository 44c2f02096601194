/** A text without its escapes, and for each of its characters the place where it began in the text with them. */
export type Unescaped = { text: string; starts: number[] };

/** A way to write characters as others. */
export type Escaping = { read: (text: string) => Unescaped | undefined; write: (text: string) => string };

/** `%3A`, and with every turn once more: `%253A`. */
const percent: Escaping = {
  read: (text) => unescaped(text, /(?:%[0-9a-f]{2})+/gi, (run) => charactersOf(run)),
  write: encodeURIComponent,
};

/** `\r\n` and `\"`, as they stand in a text that is the JSON of another. */
const json: Escaping = {
  read: (text) =>
    unescaped(text, /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g, (run) => [
      { character: JSON.parse(`"${run}"`), length: run.length },
    ]),
  write: (text) => JSON.stringify(text).slice(1, -1),
};

export const escapings: readonly Escaping[] = [percent, json];

type Character = { character: string; length: number };

function unescaped(
  text: string,
  pattern: RegExp,
  read: (run: string) => Character[] | undefined,
): Unescaped | undefined {
  let plain = '';
  const starts: number[] = [];
  const add = (character: string, start: number) => {
    plain += character;
    for (let unit = 0; unit < character.length; unit++) starts.push(start);
  };
  let at = 0;
  for (const { 0: run, index } of text.matchAll(pattern)) {
    const characters = read(run);
    if (!characters) continue;
    for (; at < index; at++) add(text[at]!, at);
    for (const { character, length } of characters) {
      add(character, at);
      at += length;
    }
  }
  if (at === 0) return undefined;
  for (; at < text.length; at++) add(text[at]!, at);
  starts.push(text.length);
  return { text: plain, starts };
}

const encoder = new TextEncoder();

/** Three characters for every byte of UTF-8; undefined for what is no UTF-8. */
function charactersOf(run: string): Character[] | undefined {
  try {
    const characters = [...decodeURIComponent(run)];
    return characters.map((character) => ({ character, length: 3 * encoder.encode(character).length }));
  } catch {
    return undefined;
  }
}
