/** One line as it stands in the text. `name` and `argument` are those of an attribute: `a=name:argument`. */
export type Line = {
  /** Counted from 1. */
  number: number;
  text: string;
  /** What ends it: '\r\n', or what stood there instead; '' at the end of a text that was cut off. */
  end: string;
  /** The letter in front of the `=`; undefined where there is none. */
  letter?: string;
  value: string;
  name?: string;
  argument?: string;
};

/** What stands from one `m=` line to the next; the first section has none, it is the session's. */
export type Section = { media?: Line; lines: readonly Line[] };

export type Description = { lines: readonly Line[]; session: Section; media: readonly Section[] };

/** Reads any text: a line that is none of SDP's is kept as it is. */
export function readDescription(text: string): Description {
  const lines = [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)]
    .filter(({ 0: all }) => all !== '')
    .map(([, line, end], index) => readLine(line!, end!, index + 1));
  const [session, ...media] = inSections(lines);
  return { lines, session: session!, media };
}

/** The text that was read, byte for byte. */
export const writeDescription = ({ lines }: Description) => lines.map(({ text, end }) => text + end).join('');

function readLine(text: string, end: string, number: number): Line {
  const [, letter, value] = text.match(/^([a-z])=(.*)$/) ?? [];
  if (letter === undefined) return { number, text, end, value: text };
  if (letter !== 'a') return { number, text, end, letter, value: value! };
  const [, name, argument] = value!.match(/^([^:]*)(?::(.*))?$/)!;
  return { number, text, end, letter, value: value!, name: name!, argument };
}

function inSections(lines: readonly Line[]): Section[] {
  const starts = lines.flatMap(({ letter }, index) => (letter === 'm' ? [index] : []));
  return [0, ...starts].map((start, index) => {
    const own = lines.slice(start, starts[index]);
    return index === 0 ? { lines: own } : { media: own[0]!, lines: own };
  });
}
