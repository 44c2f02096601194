import type { Rows } from '../row.ts';
import { openPair } from '../signaling/pair.ts';
import { startServer } from '../signaling/server.ts';

const [rounds, rooms, calls] = [6, 50, 8];

export const rows: Rows = async function* () {
  const [ours, bare] = [await startServer('ours'), await startServer('bare')];
  try {
    const cpuMs = { ours: 0, bare: 0 };
    const times = { ours: [] as number[], bare: [] as number[] };
    // In turns: what slows the machine down for a while slows both. The first round only warms up.
    for (let round = 0; round <= rounds; round++)
      for (const [name, server] of Object.entries({ ours, bare }) as ['ours', typeof ours][]) {
        const cost = await handshakes(server, `round ${round}`);
        if (round === 0) continue;
        cpuMs[name] += cost.cpuMs;
        times[name].push(...cost.times);
      }
    const [each, least] = [cpuMs.ours, cpuMs.bare].map((ms) => ms / (rounds * rooms * calls));
    const ratio = `${(each! / least!).toFixed(2)} times a bare relay (${each!.toFixed(2)} and ${least!.toFixed(2)} ms)`;
    yield ['CPU of the server for a handshake: offer, answer, 10 candidates each way', ratio];
    yield [`A message's way, ${rooms} rooms at once`, `${quantiles(times.ours)} (bare: ${quantiles(times.bare)})`];
  } finally {
    bare.stop();
    ours.stop();
  }
};

async function handshakes({ port, cost }: Awaited<ReturnType<typeof startServer>>, round: string) {
  const pairs = await Promise.all(Array.from({ length: rooms }, (_, n) => openPair(port, `${round}, room ${n}`)));
  const before = await cost();
  const times = await Promise.all(
    pairs.map(async ({ handshake }) => {
      const all: number[] = [];
      for (let call = 0; call < calls; call++) all.push(...(await handshake()));
      return all;
    }),
  );
  const after = await cost();
  for (const { close } of pairs) close();
  return { cpuMs: after.cpuMs - before.cpuMs, times: times.flat() };
}

function quantiles(times: number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (part: number) => `${sorted[Math.floor(part * (sorted.length - 1))]!.toFixed(1)} ms`;
  return `median ${at(0.5)}, p99 ${at(0.99)}`;
}
