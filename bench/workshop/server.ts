import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/root.js';
import { attach } from '../../server/attach.ts';
import { setHeaders } from '../../server/headers.ts';
import { pages } from '../../server/pages.ts';
import { report } from '../signaling/report.ts';

// The server as it is, with its pages and with a disk: what is acknowledged is flushed.
const data = mkdtempSync(join(tmpdir(), 'trickle-bench-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));
const site = pages(join(root, 'dist'));
const server = createServer((req, res) => {
  setHeaders(res);
  house.handle(req, res, () => site(req, res));
});
const house = attach(server, { data });
server.listen(0, '127.0.0.1', () => report(server));
