import { globSync, readFileSync } from 'node:fs';
import { type Line, region } from '../../src/components/region.ts';

export type Quoted = { file: string; name: string; lines: Line[] };

/** Every region that a lesson quotes, once. */
export function quotedRegions(root: string): Quoted[] {
  const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');
  const quotes = globSync('src/{content,pages}/**/*.mdx', { cwd: root }).flatMap((page) =>
    [...read(page).matchAll(/<Quote\b[^>]*/g)].map(([quote]) => {
      const [, file, name] = /^<Quote\s+file="([^"]+)"\s+region="([^"]+)"\s*\/$/.exec(quote) ?? [];
      if (!name) throw new Error(`${page}: ${quote}> names no file and region as the others do.`);
      return `${file} ${name}`;
    }),
  );
  return [...new Set(quotes)].sort().map((quote) => {
    const [file, name] = quote.split(' ') as [string, string];
    return { file, name, lines: region(read(file), file, name) };
  });
}
