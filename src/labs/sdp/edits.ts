import type { Description, Line } from '../../sdp/description.ts';

/** What became of a line: what stands in its place, perhaps more than one line; nothing where it was taken out. */
export type Edit = { readonly was: string; readonly now: string };

/** By the number of the line that was. */
export type Edits = ReadonlyMap<number, Edit>;

export const noEdits: Edits = new Map();

export function withEdit(edits: Edits, { number, text }: Pick<Line, 'number' | 'text'>, now: string): Edits {
  const was = edits.get(number)?.was ?? text;
  const others = [...edits].filter(([other]) => other !== number);
  return new Map(now === was ? others : [...others, [number, { was, now }]]);
}

export type Edited = {
  text: string;
  /** For each line of the text, the number of the line that stood there before. */
  from: readonly number[];
  /** The lines that are not as they were. */
  marked: ReadonlySet<number>;
};

/** The description as it reads after all edits. */
export function applyEdits({ lines }: Description, edits: Edits): Edited {
  const written = lines.flatMap(({ number, text, end }) => {
    const edit = edits.get(number);
    if (!edit) return [{ number, text: text + end, marked: false }];
    return edit.now === '' ? [] : edit.now.split('\n').map((text) => ({ number, text: text + end, marked: true }));
  });
  return {
    text: written.map(({ text }) => text).join(''),
    from: written.map(({ number }) => number),
    marked: new Set(written.flatMap(({ marked }, index) => (marked ? [index + 1] : []))),
  };
}

/** A new call has a new description; an edit stays where the line is still about the same thing. */
export const carriedOver = (edits: Edits, { lines }: Description): Edits =>
  new Map(
    [...edits].flatMap(([number, { was, now }]) => {
      const text = lines[number - 1]?.text;
      return text !== undefined && subject(text) === subject(was) ? [[number, { was: text, now }] as const] : [];
    }),
  );

const subject = (text: string) => text.split(/[: ]/)[0];
