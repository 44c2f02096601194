import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** Makes `/record.js`: one file that a learner's page names in one line, of every module that recording takes. */
export function recordScript(): Plugin {
  return {
    name: 'trickle:record-script',

    generateBundle: {
      async handler() {
        if (this.environment.name !== 'client') return;
        this.emitFile({ type: 'asset', fileName: 'record.js', source: await bundled() });
      },
    },

    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        if (request.url !== '/record.js') return next();
        response.setHeader('content-type', 'text/javascript');
        response.end(await bundled());
      });
    },
  };
}

async function bundled(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      rolldownOptions: { input: resolve(root, 'src/watch/record.ts'), output: { format: 'iife' } },
    },
  });
  const [file] = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (file?.type !== 'chunk') throw new Error('There is no record.js.');
  return file.code;
}
