import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withImports } from './static-imports.ts';

const modules = /<script type="module" src="([^"]+)">/g;

/** A page can be read before any module of it has run: its text, styles and fonts come first. */
export async function letPaintFirst(folder: string) {
  for await (const file of glob('**/*.html', { cwd: folder })) {
    const path = join(folder, file);
    const page = await readFile(path, 'utf8');
    const scripts = [...page.matchAll(modules)].map(([, url]) => url!);
    // What a module imports would be fetched with haste again, had the page not asked for it with none.
    const imported = withImports(folder, scripts).difference(new Set(scripts));
    const links = [...imported].map((url) => `<link rel="modulepreload" fetchpriority="low" href="${url}">`).join('');
    const patient = page.replace(modules, (tag) => tag.replace(' src', ' fetchpriority="low" src'));
    await writeFile(path, patient.replace('</head>', `${links}</head>`));
  }
}
