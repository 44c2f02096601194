import { afterMessages, createGuard } from './guard.ts';
import { type Problem, saidBy, Unusable } from './problem.ts';
import { toJavaScript } from './to-javascript.ts';

export type Exports = Readonly<Record<string, unknown>>;

/** A version that runs: what it exports, and under which address its lines stand on a stack. */
export type Loaded = { exports: Exports; url: string };

/** What a version reaches in the page, and nobody else needs: by the name of this place in the global object. */
const place = 'trickleVersion';

/** How to get, in the page, what a file exports that the version imports: an expression, if there is one. */
export type Neighbour = (path: string) => string | undefined;

type Hand = { turn(line: number): void; came(exports: Exports): void };

/** Where the page keeps a version from standing still for ever. */
let turn: Hand['turn'] | undefined;

/**
 * Runs a source as a module of its own, and gives what it exports. A script element, and no `import()`: in this way the
 * browser says the line of what it could not read.
 */
export async function load(source: string, names: readonly string[], neighbour: Neighbour): Promise<Loaded> {
  const all = names.map((name) => `${name}:typeof ${name}==="undefined"?undefined:${name}`);
  const script = withNeighbours(toJavaScript(source, { call: `globalThis.${place}.turn` }), neighbour);
  const code = [script, `;globalThis.${place}.came({${all}});`];
  const url = URL.createObjectURL(new Blob([code.join('\n')], { type: 'text/javascript' }));

  let exports: Exports | undefined;
  let problem: Problem | undefined;
  const hand: Hand = {
    turn: (turn ??= createGuard(() => performance.now(), afterMessages())),
    came: (came) => {
      exports = came;
    },
  };
  Object.assign(globalThis, { [place]: hand });
  const failed = (event: ErrorEvent) => {
    if (event.filename !== url) return;
    event.preventDefault();
    const { lineno, message, error } = event;
    problem ??= { line: lineno || undefined, said: error ? saidBy(error) : message.replace(/^Uncaught /, '') };
  };
  addEventListener('error', failed);
  await new Promise((over) => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src: url });
    script.onload = script.onerror = over;
    document.head.append(script);
    script.remove();
  });
  removeEventListener('error', failed);
  URL.revokeObjectURL(url);

  if (problem) throw new Unusable(problem);
  if (!exports)
    throw new Unusable({ said: 'It could not be loaded. It may import types, and what it imported before.' });
  return { exports, url };
}

/** A module made in the page can't name its neighbours by their paths: it takes what they export out of its hand. */
export const withNeighbours = (script: string, neighbour: Neighbour) =>
  script.replace(/^import(\s*\{[^}]*\}\s*)from '([^']+)'/gm, (whole, names: string, path: string) => {
    const found = neighbour(path);
    return found ? `const ${names.replace(/\bas\b/g, ':')}= ${found}` : whole;
  });
