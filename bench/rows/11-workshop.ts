import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { workshopClient } from '../../tests/workshop/client.ts';
import { seconds as inSeconds, type Rows } from '../row.ts';
import type { Cost } from '../signaling/report.ts';
import type { Orders, Said } from '../workshop/bots.ts';

const sizes = [30, 300, 1_000];
const seconds = 15;
const folder = join(import.meta.dirname, '..', 'workshop');

export const rows: Rows = async function* () {
  for (const learners of sizes) {
    const { inMs, times, cpuShare, resident, bots } = await measure(learners);
    const name = `A class of ${learners.toLocaleString('en')}`;
    yield [`${name}: all are in`, inSeconds(inMs)];
    yield [
      `${name}, each acting once a second: from the act to the instructor's connection`,
      `median ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms (${times.length.toLocaleString('en')} acts)`,
    ];
    yield [
      `${name}: the server`,
      `${percent(cpuShare)} of a core, ${(resident / 2 ** 20).toFixed(0)} MB; the bots ${percent(bots)} of another`,
    ];
  }
};

async function measure(learners: number) {
  const server = fork(join(folder, 'server.ts'), {
    execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning'],
  });
  const bots = fork(join(folder, 'bots.ts'));
  try {
    const [{ port }] = (await once(server, 'message')) as [{ port: number }];
    const visitor = workshopClient(port, { as: 'visitor' });
    const { code, key } = (await visitor.ask('open', { title: 'Bench' })).value! as { code: string; key: string };
    const console = workshopClient(port, { as: 'instructor', code, key, console: 'bench' });
    const { invitation } = await console.entered();
    const times: number[] = [];
    console.socket.on('changed', ({ cards = [] }: { cards?: { place: { heading: string } | null }[] }) => {
      const now = Date.now();
      for (const { place } of cards) if (place) times.push(now - Number(place.heading));
    });

    bots.send({ port, code, invitation, learners, seconds } satisfies Orders);
    const [{ inMs }] = (await once(bots, 'message')) as [Extract<Said, { inMs: number }>];
    const before = await cost(server);
    const began = performance.now();
    const [{ cpuMs, unanswered }] = (await once(bots, 'message')) as [Extract<Said, { cpuMs: number }>];
    const tookMs = performance.now() - began;
    const after = await cost(server);
    if (unanswered > learners) throw new Error(`${unanswered} acts were not acknowledged.`);
    for (const { socket } of [visitor, console]) socket.close();
    return {
      ...{ inMs, times, resident: after.resident },
      cpuShare: (after.cpuMs - before.cpuMs) / tookMs,
      bots: cpuMs / tookMs,
    };
  } finally {
    server.disconnect();
    if (bots.connected) bots.disconnect();
  }
}

async function cost(server: ReturnType<typeof fork>): Promise<Cost> {
  server.send('how much?');
  const [cost] = await once(server, 'message');
  return cost;
}

const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
const quantile = (times: readonly number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? NaN;
