import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attach } from '../../server/attach.ts';
import { report } from '../signaling/report.ts';

// The server as it is, with a disk: what is acknowledged is flushed.
const data = mkdtempSync(join(tmpdir(), 'trickle-bench-'));
process.on('exit', () => rmSync(data, { recursive: true, force: true }));
const server = createServer();
attach(server, { data });
server.listen(0, '127.0.0.1', () => report(server));
