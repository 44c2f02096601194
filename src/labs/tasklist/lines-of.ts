import source from './tasklist.ts?raw';

type Line = { number: number; text: string };

const lines: readonly Line[] = source.split('\n').map((text, index) => ({ number: index + 1, text }));
const is = (mark: string, name: string) => new RegExp(`// #${mark} ${name}$`);

/** The lines of a step, with their true numbers: those between its marks, without whatever is marked inside. */
export function linesOf(name: string): Line[] {
  const [first, last] = ['region', 'endregion'].map((mark) => lines.findIndex(({ text }) => is(mark, name).test(text)));
  const own = lines.slice(first! + 1, last).filter(({ text }) => !/^\s*\/\/ #/.test(text));
  const indent = Math.min(...own.filter(({ text }) => text).map(({ text }) => text.search(/\S/)));
  return own.map(({ number, text }) => ({ number, text: text.slice(indent) }));
}
