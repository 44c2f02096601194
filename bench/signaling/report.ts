import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server under measurement has cost so far, in milliseconds of CPU and bytes of memory. */
export type Cost = { cpuMs: number; resident: number };

/** Says where the server is, and what it has cost whenever it is asked. Started with --expose-gc. */
export function report(server: Server) {
  process.on('message', () => {
    // Read first: tidying up for the second number is not what is measured by the first.
    const { user, system } = process.cpuUsage();
    globalThis.gc!();
    process.send!({ cpuMs: (user + system) / 1000, resident: process.memoryUsage.rss() } satisfies Cost);
  });
  process.once('disconnect', () => process.exit());
  process.send!({ port: (server.address() as AddressInfo).port });
}
