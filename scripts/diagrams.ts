import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from './test/browsers.ts';

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
  // What decides how wide a text is has to hold while Mermaid measures. It knows no tokens, and needs none for that.
  themeCSS: styleSheet.replaceAll(/var\(--[\w-]+\)/g, 'inherit'),
  flowchart: { htmlLabels: false, curve: 'linear', nodeSpacing: 18, rankSpacing: 26, padding: 9, wrappingWidth: 190 },
};

/** What a drawing depends on. It stands in the SVG, and a test says when it is no longer true. */
export function fingerprint(source: string): string {
  const { version } = JSON.parse(readFileSync(resolve(mermaidFolder, 'package.json'), 'utf8')) as { version: string };
  const script = readFileSync(import.meta.filename, 'utf8');
  const lines = [source, version, script, styleSheet].map((text) => text.replaceAll('\r\n', '\n'));
  return createHash('sha256').update(lines.join('\0')).digest('hex').slice(0, 16);
}

export const diagrams = () => globSync('*.mmd', { cwd: folder }).map((file) => resolve(folder, file));
export const drawingOf = (diagram: string) => diagram.replace(/\.mmd$/, '.svg');

async function draw(browser: Browser, diagram: string): Promise<string> {
  const source = readFileSync(diagram, 'utf8');
  const name = basename(diagram, '.mmd');
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
  await page.evaluate(renderIn, [`diagram-${name}`, source, config] as const);
  const svg = await page.evaluate(undress);
  await page.close();

  const style = `<style>${scoped(styleSheet, `#diagram-${name}`)}</style>`;
  const dressed = svg.replace('<svg ', `<svg data-drawn-from="${fingerprint(source)}" `).replace('>', `>${style}`);
  const stray = dressed.match(/#(?:[0-9a-f]{6}|[0-9a-f]{3})\b|\b(?:rgb|hsl)a?\([^)]*\)/gi);
  if (stray) throw new Error(`${name}.mmd: a colour that is no token: ${[...new Set(stray)].join(', ')}`);
  return `${dressed}\n`;
}

const host = `<!doctype html><style>
  @font-face { font-family: "Atkinson Next"; font-weight: 200 800; src: url(/font.woff2) }
</style>`;

async function renderIn([id, source, settings]: readonly [string, string, object]) {
  await Promise.all([400, 650].map((weight) => document.fonts.load(`${weight} 16px "Atkinson Next"`)));
  const address = '/dist/mermaid.esm.min.mjs';
  const { default: mermaid } = await import(address);
  mermaid.initialize(settings);
  document.body.innerHTML = (await mermaid.render(id, source)).svg;
}

/** Takes off Mermaid's own clothes, what is never shown, and the margins; leaves the drawing in its natural size. */
function undress() {
  const svg = document.querySelector('svg')!;
  for (const hidden of svg.querySelectorAll('.edge-thickness-invisible')) hidden.remove();
  const used = new Set([...svg.innerHTML.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!));
  for (const marker of svg.querySelectorAll('marker')) if (!used.has(marker.id)) marker.remove();
  for (const rect of svg.querySelectorAll('rect:not([width]), rect.background, .swimlane > rect')) rect.remove();

  const boxes = [...svg.querySelectorAll<SVGGraphicsElement>('.node, .edgePaths path, .edgeLabel, .cluster')]
    .map((shown) => shown.getBoundingClientRect())
    .filter(({ width, height }) => width || height);
  const scale = svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
  const origin = svg.getBoundingClientRect();
  const left = Math.min(...boxes.map((box) => box.left)) - 2;
  const top = Math.min(...boxes.map((box) => box.top)) - 2;
  const width = (Math.max(...boxes.map((box) => box.right)) + 2 - left) * scale;
  const height = (Math.max(...boxes.map((box) => box.bottom)) + 2 - top) * scale;
  const x = svg.viewBox.baseVal.x + (left - origin.left) * scale;
  const y = svg.viewBox.baseVal.y + (top - origin.top) * scale;
  svg.setAttribute('viewBox', [x, y, width, height].map((part) => Math.round(part)).join(' '));
  svg.setAttribute('width', String(Math.round(width)));
  svg.setAttribute('height', String(Math.round(height)));

  // One picture with a name and a description: whoever hears it is spared every box and arrow one by one.
  svg.setAttribute('role', 'img');
  svg.removeAttribute('aria-roledescription');
  for (const style of svg.querySelectorAll('style, defs, linearGradient')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of ['fill', 'stroke', 'style', 'data-points', 'data-look', 'data-et', 'data-edge', 'data-id']) {
      element.removeAttribute(name);
    }
    // Ids of nodes would be doubled where a page shows two drawings, and nothing refers to them.
    if (!element.matches('svg, marker, title, desc')) element.removeAttribute('id');
  }
  return svg.outerHTML.replaceAll(/(\d+\.\d{2})\d+/g, '$1');
}

/** Each rule of a style sheet, under the drawing's own id: a style inside HTML holds for the whole page. */
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
    executablePath: findBrowser('chromium'),
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
    for (const diagram of diagrams()) {
      writeFileSync(drawingOf(diagram), await draw(browser, diagram));
      console.log(`Drawn: ${basename(drawingOf(diagram))}`);
    }
  } finally {
    await browser.close();
  }
}
