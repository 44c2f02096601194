/** The source of a file, if there is one. */
type Read = (file: string) => string | undefined;

const imported = /^import (?!type\b)[^;]*?from '([^']+)';/gm;

/** The files that a file of a lab needs to run, as far as they can be named: types are none of them. */
export const neededBy = (file: string, source: string) =>
  [...source.matchAll(imported)].map(([, path]) =>
    path!.startsWith('.') ? new URL(path!, `file:///${file}`).pathname.slice(1) : path!,
  );

/** Whether a lab's file can be replaced in the page: it exports something, and needs nothing but others like it. */
export function isEditable(file: string, read: Read): boolean {
  const source = read(file);
  if (!source || !file.startsWith('src/labs/') || !/^export (?:async|function|const|let)\b/m.test(source)) return false;
  return neededBy(file, source).every((needed) => isEditable(needed, read));
}

/** In a reader's version nothing is left of the marks of regions, but every line keeps its number. */
export const withoutMarks = (source: string) => source.replace(/^[ \t]*\/\/ #(?:end)?region .*$/gm, '');
