export type Line = { number: number; text: string };

const marker = /^\s*\/\/\s*#(end)?region(?:\s+([\w-]+))?\s*$/;

/**
 * The lines of a file between `// #region name` and `// #endregion name`, or all of them, each with its true number.
 * Markers are never shown. What can't be found, or found twice, throws: a lesson must not quote what isn't there.
 */
export function region(source: string, file: string, name?: string): Line[] {
  const lines = source.split(/\r?\n/).map((text, index) => ({ number: index + 1, text }));
  const [first, last] = name === undefined ? [0, lines.length] : boundsOf(lines, file, name);
  const shown = lines.slice(first, last).filter(({ text }) => !marker.test(text));
  return dedent(trim(shown));
}

function boundsOf(lines: Line[], file: string, name: string): [number, number] {
  const marks = lines.flatMap(({ text }, index) => {
    const [, end, called] = marker.exec(text) ?? [];
    return called === undefined ? [] : [{ index, called, opens: end === undefined }];
  });
  const fail = (problem: string): never => {
    const names = [...new Set(marks.filter(({ opens }) => opens).map(({ called }) => called))];
    throw new Error(
      `${file}: ${problem}. ${names.length ? `Its regions are: ${names.join(', ')}.` : 'It has no regions.'}`,
    );
  };

  const opening = marks.filter(({ called, opens }) => called === name && opens);
  const closing = marks.filter(({ called, opens }) => called === name && !opens);
  if (opening.length === 0) return fail(`there is no region "${name}"`);
  if (opening.length > 1) return fail(`the region "${name}" is there more than once`);
  if (closing.length === 0) return fail(`the region "${name}" is never closed`);
  if (closing.length > 1) return fail(`the region "${name}" is closed more than once`);
  if (closing[0]!.index < opening[0]!.index) return fail(`the region "${name}" is closed before it begins`);
  return [opening[0]!.index + 1, closing[0]!.index];
}

const isBlank = ({ text }: Line) => text.trim() === '';

function trim(lines: Line[]): Line[] {
  const first = lines.findIndex((line) => !isBlank(line));
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

function dedent(lines: Line[]): Line[] {
  const indents = lines.filter((line) => !isBlank(line)).map(({ text }) => text.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map(({ number, text }) => ({ number, text: text.slice(indent) }));
}
