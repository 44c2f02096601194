import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const emptyPage = '<!doctype html><html lang="en"><title>An empty page</title><body></body></html>';

/**
 * Serves an empty page, and beside it the source as it stands: a test imports a module into the page by its path in the
 * repository. Nothing is bundled, and a line of the file is the same line in the browser.
 */
export async function serveSource() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    if (!/^\/(src|protocol|tests)\/[\w/.-]+\.ts$/.test(pathname)) {
      response.setHeader('content-type', 'text/html').end(emptyPage);
      return;
    }
    try {
      const text = stripTypeScriptTypes(await readFile(join(root, pathname), 'utf8'));
      response.setHeader('content-type', 'text/javascript').end(text);
    } catch (error) {
      response.writeHead(500).end(`${error}`);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}
