import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as later } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Card } from '../../protocol/workshop/views.ts';
import { bot } from '../../tests/workshop/bot.ts';
import { openClass } from './workshop.fixture.ts';

type Told = { cards?: Card[] };

/** A way to the server that can go dead, with nobody at either end being told. */
async function openWay(port: number) {
  const pairs = new Set<readonly [near: Socket, far: Socket]>();
  let isCut = false;
  const way = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    near.on('data', (data) => far.write(data)).on('close', () => far.destroy());
    far.on('data', (data) => near.write(data)).on('close', () => near.destroy());
    for (const socket of pair) socket.on('error', () => {});
    if (isCut) for (const socket of pair) socket.pause();
  });
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
  onTestFinished(() => {
    way.close();
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  });
  return {
    port: (way.address() as AddressInfo).port,
    /** What is said meanwhile is on its way, as it is where packets are sent again until they arrive. */
    async cut(ms: number) {
      isCut = true;
      for (const pair of pairs) for (const socket of pair) socket.pause();
      await later(ms);
      isCut = false;
      for (const pair of pairs) for (const socket of pair) socket.resume();
    },
    /** The learner's end is gone; the server's hears nothing of it. */
    halve() {
      for (const [near, far] of pairs) {
        near.removeAllListeners('close').destroy();
        far.pause();
      }
    },
  };
}

async function learnerBehindAWay() {
  const { port, code, grace, house } = await openClass();
  const way = await openWay(port);
  const ada = bot(way.port, { code, invitation: grace.welcome.invitation, ticket: 'ticket-of-ada', name: 'Ada' });
  onTestFinished(ada.close);
  await ada.isIn;
  const acts = (count: number) => {
    for (let nth = 0; nth < count; nth++) ada.does({ what: 'answered', question: `${ada.said + 1}`, choice: 'yes' });
  };
  const kept = async () => [...[...(await house.at(code))!.state.learners.values()][0]!.answers.keys()].map(Number);
  return { way, ada, grace, acts, kept };
}

test.each([5_000, 30_000])('a network that is dead for %i ms loses nothing', async (ms) => {
  const { way, ada, grace, acts, kept } = await learnerBehindAWay();
  acts(5);
  const dead = way.cut(ms);
  acts(5);
  if (ms > 10_000)
    await grace.told<Told>('changed', ({ cards }) => !!cards?.some(({ awaySince }) => awaySince !== null));
  acts(5);
  await dead;
  await ada.settled();
  expect(await kept()).toEqual(Array.from({ length: 15 }, (_, nth) => nth + 1));
});

test('who came back is not taken for gone when the old connection is found dead', async () => {
  const { way, ada, grace, acts, kept } = await learnerBehindAWay();
  acts(3);
  await ada.settled();
  way.halve();
  acts(3);
  await ada.settled();
  // As long as a heartbeat needs to find the dead.
  await later(12_000);
  acts(1);
  await ada.settled();
  expect(await kept()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  const shown = grace.heard.flatMap(([, said]) => (said as Told).cards ?? []);
  expect(shown.filter(({ awaySince }) => awaySince !== null)).toEqual([]);
});
