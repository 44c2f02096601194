import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { isRunnableDevEnvironment, normalizePath } from 'vite';
import type * as attachment from '../server/attach.ts';

const root = join(import.meta.dirname, '..');
const entry = normalizePath(join(root, 'server/attach.ts'));
const ours = ['server', 'protocol'].map((folder) => normalizePath(join(root, folder, '/')));

/** Puts everything of our server that is no page onto Astro's dev server, and the newest of it after every change. */
export function devServer(options: attachment.Attached): AstroIntegration {
  return {
    name: 'trickle:dev-server',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        const { ssr } = server.environments;
        if (!isRunnableDevEnvironment(ssr)) throw new Error('This Vite cannot run a server file.');
        const httpServer = server.httpServer as Server;

        const attachNewest = async () => {
          const { attach } = await ssr.runner.import<typeof attachment>(entry);
          return attach(httpServer, options);
        };
        let attached = await attachNewest();
        // One change after another: two of them in a moment never leave two servers attached.
        let settled = Promise.resolve();
        server.watcher.on('all', (_, path) => {
          const changed = normalizePath(path);
          if (!ours.some((folder) => changed.startsWith(folder))) return;
          // Vite forgets what it made of a changed file a moment later, and the runner what imports it not at all.
          ssr.moduleGraph.onFileChange(changed);
          ssr.runner.clearCache();
          settled = settled.then(async () => {
            try {
              const newest = await attachNewest();
              await attached.close();
              attached = newest;
              logger.info('the server is the newest one');
            } catch (error) {
              logger.error(`the server stays as it was: ${error instanceof Error ? error.message : error}`);
            }
          });
        });
        // In front of everything that Astro and Vite answer, as in the real server: Astro would ask for a slash at the end.
        const answerPage = httpServer.listeners('request')[0] as RequestListener;
        httpServer.off('request', answerPage);
        httpServer.on('request', (req, res) => attached.handle(req, res, () => answerPage(req, res)));
        httpServer.on('close', () => void attached.close());
      },
    },
  };
}
