import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Options } from '../server/options.ts';
import { serve } from '../server/serve.ts';

export type LanHouse = Awaited<ReturnType<typeof openLanHouse>>;

/** The built site, open to the network, as after `npm start -- --lan`. */
export async function openLanHouse(options: Partial<Options> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'trickle-'));
  const asked = { port: 0, host: '::', lan: true, https: true, data, ...options };
  const { port, close } = await serve(asked, { site: 'dist', certs: join(data, 'certs') });
  return {
    port,
    async close() {
      await close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
