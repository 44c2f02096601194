import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const attributes = `(?:"[^"]*"|'[^']*'|[^'">])*`;
const scripts = new RegExp(`<script\\b(${attributes})>(.*?)</script>`, 'gis');
const tags = new RegExp(`<[a-z]${attributes}>`, 'gi');
const handler = /\son[a-z]+\s*=|\s(?:href|src|action)\s*=\s*["']?\s*javascript:/i;
// A script of another type is data: the browser runs none of it, and no policy forbids it.
const data = /\stype\s*=\s*["']?(?:application\/(?:ld\+)?json|text\/plain)\b/i;

/** Every place of a page that runs script without naming a file: the policy that our server sends forbids them all. */
export function inlineScripts(html: string): string[] {
  const page = html.replace(/<!--.*?-->/gs, '');
  const found = [...page.matchAll(scripts)].filter(([, given]) => !/\ssrc\s*=/i.test(given!) && !data.test(given!));
  // Quoted values may hold anything, so they are emptied before names of handlers are looked for.
  const handlers = page
    .replace(scripts, '')
    .match(tags)
    ?.filter((tag) => handler.test(tag.replace(/"(?!\s*javascript:)[^"]*"|'(?!\s*javascript:)[^']*'/gi, '""')));
  return [...found.map(([script]) => script), ...(handlers ?? [])];
}

/** Stops a build that would write a page which the policy breaks. */
export async function refuseInlineScripts(folder: string) {
  for await (const file of glob('**/*.html', { cwd: folder })) {
    const [first] = inlineScripts(await readFile(join(folder, file), 'utf8'));
    if (first) {
      const excerpt = first.replace(/\s+/g, ' ').slice(0, 120);
      throw new Error(
        `${file} has an inline script, which the policy forbids. Move it to a file of its own: ${excerpt}`,
      );
    }
  }
}
