import type { Rows } from '../row.ts';
import { openPair } from '../signaling/pair.ts';
import { startServer } from '../signaling/server.ts';

const [warmUp, rounds, rooms, calls] = [4, 15, 50, 8];

export const rows: Rows = async function* () {
  const [ours, bare] = [await startServer('ours'), await startServer('bare')];
  try {
    const cpuMs = { ours: [] as number[], bare: [] as number[] };
    const times = { ours: [] as number[], bare: [] as number[] };
    // In turns: what slows the machine down for a while slows both. The first rounds only warm up.
    for (let round = -warmUp; round < rounds; round++)
      for (const [name, server] of Object.entries({ ours, bare }) as ['ours', typeof ours][]) {
        const cost = await handshakes(server, `round ${round}`);
        if (round < 0) continue;
        cpuMs[name].push(cost.cpuMs / (rooms * calls));
        times[name].push(...cost.times);
      }
    const ratio = median(cpuMs.ours.map((ms, round) => ms / cpuMs.bare[round]!));
    const each = `${median(cpuMs.ours).toFixed(2)} and ${median(cpuMs.bare).toFixed(2)} ms`;
    yield [
      'CPU of the server for a handshake: offer, answer, 10 candidates each way',
      `${ratio.toFixed(2)} times a bare relay (${each})`,
    ];
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

const quantiles = (times: number[]) =>
  `median ${median(times).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`;

const median = (numbers: readonly number[]) => quantile(numbers, 0.5);

function quantile(numbers: readonly number[], part: number): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(part * (numbers.length - 1))]!;
}
