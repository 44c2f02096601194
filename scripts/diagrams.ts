import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const folder = resolve(root, 'src/content/diagrams');
const styleSheet = readFileSync(resolve(folder, 'diagram.css'), 'utf8');
const mermaidFolder = resolve(root, 'node_modules/mermaid');
const fontFile = resolve(
  root,
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
);

const config = {
  startOnLoad: false,
  theme: 'base',
  look: 'classic',
  // Text that is SVG, not HTML inside it, is drawn the same by every browser and printed by every printer.
  htmlLabels: false,
  fontFamily: 'Atkinson Next',
  themeVariables: { fontFamily: 'Atkinson Next', fontSize: '16px' },
  // What decides how wide a text is has to hold while Mermaid measures.
  themeCSS: styleSheet.replaceAll(/var\(--[\w-]+\)/g, 'inherit'),
  flowchart: { htmlLabels: false, curve: 'linear', nodeSpacing: 18, rankSpacing: 26, padding: 9, wrappingWidth: 190 },
  block: { padding: 22 },
};

/** What a drawing depends on. It stands in the SVG, and a test says when it is no longer true. */
export function fingerprint(source: string): string {
  const { version } = JSON.parse(readFileSync(resolve(mermaidFolder, 'package.json'), 'utf8')) as { version: string };
  const script = readFileSync(import.meta.filename, 'utf8');
  return createHash('sha256').update([source, version, script, styleSheet].join('\0')).digest('hex').slice(0, 16);
}

export const sources = () => globSync('*.mmd', { cwd: folder }).map((file) => resolve(folder, file));
export const drawingOf = (source: string) => source.replace(/\.mmd$/, '.svg');

async function draw(browser: Browser, file: string): Promise<string> {
  const source = readFileSync(file, 'utf8');
  const name = basename(file, '.mmd');
  for (const word of ['accTitle', 'accDescr']) {
    if (!source.includes(`${word}:`)) throw new Error(`${name}.mmd has no ${word}: say in words what it shows.`);
  }
  const page = await browser.newPage();
  // Mermaid itself and the font come from node_modules; nothing is fetched from anywhere.
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: host });
    if (pathname === '/font.woff2') return route.fulfill({ path: fontFile });
    return route.fulfill({ path: resolve(mermaidFolder, `.${pathname}`), contentType: 'text/javascript' });
  });
  await page.goto('http://diagrams.invalid/');
  const svg = await page.evaluate(
    async ([id, text, settings]) => {
      await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 16px "Atkinson Next"`)));
      const address = '/dist/mermaid.esm.min.mjs';
      const { default: mermaid } = await import(address);
      mermaid.initialize(settings);
      return (await mermaid.render(id, text)).svg as string;
    },
    [`diagram-${name}`, source, config] as const,
  );
  await page.close();
  return clothe(svg, name, fingerprint(source));
}

const host = `<!doctype html><style>@font-face { font-family: "Atkinson Next"; font-weight: 200 800; src: url(/font.woff2) }</style>`;

/** Mermaid's own clothes are taken off and ours put on, which follow the theme of the page. */
function clothe(svg: string, name: string, hash: string): string {
  const dressed = svg
    .replaceAll(/<style>.*?<\/style>|<defs>.*?<\/defs>|<linearGradient.*?<\/linearGradient>/gs, '')
    .replace('<svg ', `<svg data-drawn-from="${hash}" `)
    .replace('>', `><style>${scoped(styleSheet, `#diagram-${name}`)}</style>`)
    // Ids of nodes would be doubled where a page has two drawings, and nothing refers to them.
    .replaceAll(/(<g class="node[^>]*?) id="[^"]*"/g, '$1')
    .replaceAll(/ (?:fill|stroke|flood-color)="(?!none|url)[^"]*"/g, '')
    .replaceAll(/ style=""/g, '');
  const stray = dressed.match(
    /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|\b(?:rgba?|hsla?)\([^)]*\)|(?:fill|stroke)="(?!none)[^"]*"/gi,
  );
  if (stray) throw new Error(`${name}.mmd: a colour is no token: ${[...new Set(stray)].join(', ')}`);
  return `${dressed.trim()}\n`;
}

/** Each rule of a style sheet without nesting, under the drawing's own id: inside HTML, a style holds for the page. */
const scoped = (css: string, id: string) =>
  css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([^{}]+)\{([^{}]*)\}/g, (_, selectors: string, rules: string) => {
      const each = selectors.split(',').map((selector) => `${id} ${selector.trim()}`.replace(`${id} svg`, id));
      return `${each.join(',')}{${rules.trim()}}`;
    })
    .trim();

if (import.meta.main) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium'].find((path) => existsSync(path)),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    for (const file of sources()) {
      writeFileSync(drawingOf(file), await draw(browser, file));
      console.log(`drawn: ${basename(drawingOf(file))}`);
    }
  } finally {
    await browser.close();
  }
}
