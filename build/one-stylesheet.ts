import { createHash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const links = /<link rel="stylesheet" href="(\/_astro\/[^"]+\.css)">/g;

/**
 * A page shows nothing before its styles have come, and each further file is another way to the server and back. So what
 * a page links becomes one file, which pages of one kind share.
 */
export async function joinStyles(folder: string) {
  for await (const file of glob('**/*.html', { cwd: folder })) {
    const path = join(folder, file);
    const page = await readFile(path, 'utf8');
    const linked = [...page.matchAll(links)].map(([, style]) => style!);
    if (linked.length < 2) continue;

    const styles = await Promise.all(linked.map((style) => readFile(join(folder, style), 'utf8')));
    const joined = styles.join('\n');
    const hash = createHash('sha256').update(joined).digest('base64url').slice(0, 8);
    const style = `/_astro/page.${hash}.css`;
    await writeFile(join(folder, style), joined);
    let first = true;
    const once = () => {
      if (!first) return '';
      first = false;
      return `<link rel="stylesheet" href="${style}">`;
    };
    await writeFile(path, page.replace(links, once));
  }
}
