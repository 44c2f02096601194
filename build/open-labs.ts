import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { isEditable } from '../src/labs/editable.ts';

const root = resolve(import.meta.dirname, '..');

/**
 * Opens the file that the page of each lab quotes: one more line, behind the last, by which what it exports can be
 * replaced while the page runs. Whoever imports from it notices nothing: what a module exports is looked up anew each
 * time it is used.
 */
export function openLabs(): Plugin {
  let quoted: ReadonlySet<string>;
  return {
    name: 'trickle:open-labs',
    buildStart() {
      quoted = new Set(globSync('src/labs/*/lab.ts', { cwd: root }).map(quotedFile));
    },
    transform(code, id) {
      const file = normalizePath(relative(root, id));
      if (this.environment.name !== 'client' || !quoted.has(file) || !isEditable(file, code)) return undefined;
      return { code: opened(basename(dirname(file)), code), map: null };
    },
  };
}

/** What lab.ts names, or else <name>.ts. */
function quotedFile(lab: string) {
  const [, named] = /^ {2}quoted: '(.+)',$/m.exec(readFileSync(resolve(root, lab), 'utf8')) ?? [];
  return named ?? normalizePath(`${dirname(lab)}/${basename(dirname(lab))}.ts`);
}

const exported = /^export (?:async function\*?|function\*?|const|let) +([\w$]+)/gm;

/** Nothing moves, so the source map stays true. */
export function opened(lab: string, code: string): string {
  const names = [...code.matchAll(exported)].map(([, name]) => name!);
  const all = names.join(', ');
  return `${code.replace(/^export const /gm, 'export let   ')}
(globalThis.openLabs ??= {})[${JSON.stringify(lab)}] = [{ ${all} }, (now) => { ({ ${all} } = now); }];
`;
}
