import type { Event } from '../../protocol/workshop.ts';
import { bot } from '../../tests/workshop/bot.ts';

/** A class in a process of its own: comes in, acts once a second for so long, and says what it has cost. */
export type Orders = { port: number; code: string; invitation: string; learners: number; seconds: number };
export type Said = { inMs: number } | { cpuMs: number; resident: number; acts: number; unanswered: number };

process.on('message', async ({ learners, seconds, port, code, invitation }: Orders) => {
  const began = performance.now();
  const bots = Array.from({ length: learners }, (_, nth) =>
    bot(port, { code, invitation, ticket: `bot-${nth}`, name: `Bot ${nth}` }),
  );
  await Promise.all(bots.map(({ isIn }) => isIn));
  say({ inMs: performance.now() - began });

  const before = process.cpuUsage();
  // Each at its own moment of the second, as people are.
  const clocks = bots.map(async (one, nth) => {
    await later((1_000 * nth) / learners);
    for (let second = 0; second < seconds; second++) {
      one.does(act(second + nth, `bot ${nth} at ${Date.now()}`));
      await later(1_000);
    }
  });
  await Promise.all(clocks);
  const { user, system } = process.cpuUsage(before);
  const [acts, answered] = [
    bots.reduce((sum, { said }) => sum + said, 0),
    bots.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
  ];
  const resident = process.memoryUsage.rss();
  say({ cpuMs: (user + system) / 1_000, resident, acts, unanswered: acts - answered });
  process.disconnect();
});
// Also when whoever measures has given up: bots would act for ever.
process.once('disconnect', () => process.exit());

/** Goes a step further, or meets an error there. The mark is in what the console shows of it. */
function act(nth: number, mark: string): Event {
  if (nth % 2 === 0)
    return { what: 'moved', place: { page: '/labs/tasklist/', lab: 'tasklist', step: (nth / 2) % 23, act: mark } };
  return { what: 'stood', standing: { signaling: 'stable', ice: 'checking', connection: 'connecting', error: mark } };
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const say = (said: Said) => process.send!(said);
