import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A page for a program of the course, whose server is at the page's own origin or elsewhere. */
export const coursePage = (server = '') => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>A program for the course</title>
  <button id="call">Call</button>
  <p id="partner"></p>
  <video id="local" autoplay muted playsinline></video>
  <video id="remote" autoplay muted playsinline></video>
  <script src="${server}/socket.io/socket.io.js"></script>
  <script src="client.js" data-server="${server}"></script>
</html>`;

export const courseClient = readFileSync(join(import.meta.dirname, 'client.js'), 'utf8');

/** A web server of one's own, at another port of this machine. */
export async function serveCourse(server: string) {
  const own = createServer((req, res) => {
    const isScript = req.url!.startsWith('/client.js');
    res.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    res.end(isScript ? courseClient : coursePage(server));
  });
  own.listen(0, 'localhost');
  await once(own, 'listening');
  return {
    url: `http://localhost:${(own.address() as AddressInfo).port}/`,
    close() {
      own.close();
      own.closeAllConnections();
    },
  };
}
