import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import type { Entry } from '../../protocol/entry.ts';

const root = join(import.meta.dirname, '../..');
const styles = ['fonts', 'tokens', 'base', 'controls'].map((name) => `import '/src/styles/${name}.css';`).join('\n');

let built: Promise<string> | undefined;

/** The pictures with the site's colours, letters and controls, as one page that needs nothing else. */
async function bundle(): Promise<string> {
  const { output } = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      {
        name: 'stage',
        resolveId: (id) => (id === 'stage' ? id : undefined),
        load: (id) => (id === 'stage' ? `${styles}\nimport '/src/views/stage.fixture.tsx';` : undefined),
      },
    ],
    build: {
      write: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      cssCodeSplit: false,
      rolldownOptions: { input: 'stage', output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput;
  const script = output.find((file) => file.type === 'chunk')!.code;
  const style = output.find((file) => file.fileName.endsWith('.css')) as Rolldown.OutputAsset;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Stage</title>
<meta name="viewport" content="width=device-width"><style>${style.source}</style></head>
<body style="display: block; padding: 0.75rem"><main id="stage"></main><script>${script.replaceAll('</script', '<\\/script')}</script></body></html>`;
}

/** Opens an empty stage and hands it a trace. */
export async function openStage(page: Page, entries: readonly Entry[]) {
  built ??= bundle();
  const body = await built;
  await page.route('**/stage/', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('/stage/');
  await page.evaluate(async (entries) => {
    pictureStage.open(entries);
    await document.fonts.ready;
  }, entries);
}

/** A trace of ours, recorded from a real call. */
export function recorded(file: string): Entry[] {
  const [, ...lines] = readFileSync(join(root, 'public/traces', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

declare global {
  var pictureStage: import('./stage.fixture.tsx').Stage;
}
