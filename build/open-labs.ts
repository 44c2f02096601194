import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { isEditable, neededBy } from '../src/labs/editable.ts';
import type { Lab } from '../src/labs/lab.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');

/**
 * Opens the files that are quoted, and those that they need: one more line, behind the last, by which what a file exports
 * can be replaced while the page runs. Whoever imports from it notices nothing: what a module exports is looked up anew
 * each time it is used.
 */
export function openLabs(): Plugin {
  let open: ReadonlySet<string>;
  return {
    name: 'trickle:open-labs',
    async buildStart() {
      open = await openFiles();
    },
    transform(code, id) {
      const file = normalizePath(relative(root, id));
      if (this.environment.name !== 'client' || !open.has(file)) return undefined;
      return { code: opened(file, code), map: null };
    },
  };
}

/** Every file that a reader may edit, and whatever such files import. */
export async function openFiles(): Promise<ReadonlySet<string>> {
  const files = new Set([...(await quotedByLabs()), ...quotedByLessons()].filter((file) => isEditable(file, read)));
  // A set hands out what is added to it while one goes through it.
  for (const file of files) for (const needed of neededBy(file, read(file))) files.add(needed);
  return files;
}

async function quotedByLabs() {
  const labs = globSync('src/labs/*/lab.ts', { cwd: root }).map(async (file) => {
    const { lab } = (await import(pathToFileURL(resolve(root, file)).href)) as { lab: Lab };
    return lab.quoted ?? normalizePath(`${dirname(file)}/${basename(dirname(file))}.ts`);
  });
  return (await Promise.all(labs)).flat();
}

const quotedByLessons = () =>
  globSync('src/content/lessons/**/*.mdx', { cwd: root }).flatMap((lesson) =>
    [...read(lesson).matchAll(/<Quote file="(src\/labs\/[^"]+)"/g)].map(([, file]) => file!),
  );

const exported = /^export (?:async function\*?|function\*?|const|let) +([\w$]+)/gm;

/** Nothing moves, so the source map stays true. */
export function opened(file: string, code: string): string {
  const names = [...code.matchAll(exported)].map(([, name]) => name!);
  const all = names.join(', ');
  return `${code.replace(/^export const /gm, 'export let   ')}
(globalThis.openLabs ??= {})[${JSON.stringify(file)}] = [{ ${all} }, (now) => { ({ ${all} } = now); }];
`;
}
