import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { bot } from '../../tests/workshop/bot.ts';
import { workshopClient } from '../../tests/workshop/client.ts';
import { clone, running } from '../process.fixture.ts';

type Ordeal = { bots: number; kills: number; each: number };

/**
 * A class acts while its server is killed again and again (kill -9, at moments that nobody chose), and started again.
 * In the end every event that a bot was told is kept is there: once, and in its order.
 */
export async function survive({ bots, kills, each }: Ordeal) {
  const folder = clone();
  const startAt = (port = 0) => running(['--data', join(folder, 'data'), '--port', `${port}`], { folder });
  let server = await startAt();
  const { port } = server;
  const connect = (hello: object) => {
    const client = workshopClient(port, hello);
    onTestFinished(() => void client.socket.close());
    return client;
  };
  const visitor = connect({ as: 'visitor' });
  const { code, key } = (await visitor.ask('open', { title: 'Faults' })).value! as { code: string; key: string };
  const grace = { as: 'instructor', code, key, console: 'grace' };
  const { invitation } = await connect(grace).entered();

  const everybody = Array.from({ length: bots }, (_, nth) =>
    bot(port, { code, invitation, ticket: `bot-${nth}`, name: `Bot ${nth}` }),
  );
  onTestFinished(() => {
    for (const one of everybody) one.close();
  });
  await Promise.all(everybody.map(({ isIn }) => isIn));

  const total = () => everybody.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
  let whenReached: [number, () => void] = [Infinity, () => {}];
  const reached = (count: number) => new Promise<void>((resolve) => (whenReached = [count, resolve]));
  const acting = everybody.map(async (one) => {
    while (one.said < each) {
      // Some at once, so that a death finds them in every state: kept, on disk, half acknowledged.
      for (let nth = 0; nth < 3 && one.said < each; nth++)
        one.does({ what: 'answered', question: `${one.said + 1}`, choice: 'yes' });
      await one.settled();
      if (total() >= whenReached[0]) whenReached[1]();
    }
  });

  const deaths: number[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    const part = (bots * each) / (kills + 1);
    await reached(Math.floor(part * (kill - Math.random())));
    deaths.push(total());
    server.child.kill('SIGKILL');
    await server.ended;
    server = await startAt(port);
  }
  await Promise.all(acting);

  const { text } = (await (await entered(connect(grace))).ask('report', { form: 'json' })).value! as { text: string };
  const { learners } = JSON.parse(text) as { learners: { name: string; answers: { question: string }[] }[] };
  const wanted = Array.from({ length: each }, (_, nth) => `${nth + 1}`);
  const kept = learners.map(({ name, answers }) => [name, answers.map(({ question }) => question)]);
  expect(kept.toSorted(), `killed after ${deaths} acknowledgements`).toEqual(
    everybody.map(({ name }) => [name, wanted]).toSorted(),
  );
  server.child.kill('SIGTERM');
  expect(await server.ended).toEqual([0, null]);
}

async function entered<Client extends ReturnType<typeof workshopClient>>(client: Client) {
  await client.entered();
  return client;
}
