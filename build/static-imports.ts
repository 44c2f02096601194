import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Scripts and whatever they import at once; what they import later costs nothing before it is asked for. */
export function withImports(site: string, scripts: string[]): Set<string> {
  const all = new Set<string>();
  const add = (url: string) => {
    if (all.has(url) || !existsSync(join(site, url))) return;
    all.add(url);
    for (const imported of staticImports(readFileSync(join(site, url), 'utf8'))) {
      add(posix.join(posix.dirname(url), imported));
    }
  };
  scripts.forEach(add);
  return all;
}

/** Of a built module: `import{a}from"./b.js"`, `import"./b.js"`, `export*from"./b.js"`. */
export const staticImports = (script: string) =>
  [...script.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{][^;'"()]*?from\s*)?["'](\.{1,2}\/[^"']+)["']/g)].map(
    ([, url]) => url!,
  );
