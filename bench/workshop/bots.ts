import { bot } from '../../tests/workshop/bot.ts';

/** A class in a process of its own: comes in, acts once a second for so long, and says what it has cost. */
export type Orders = { port: number; code: string; invitation: string; learners: number; seconds: number };
export type Said = { inMs: number } | { cpuMs: number; acts: number; unanswered: number };

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
      one.does({
        what: 'moved',
        place: { page: '/labs/tasklist/', lab: 'tasklist', step: (second + nth) % 23, heading: `${Date.now()}` },
      });
      await later(1_000);
    }
  });
  await Promise.all(clocks);
  const { user, system } = process.cpuUsage(before);
  const [acts, answered] = [
    bots.reduce((sum, { said }) => sum + said, 0),
    bots.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
  ];
  say({ cpuMs: (user + system) / 1_000, acts, unanswered: acts - answered });
  process.disconnect();
});
// Also when whoever measures has given up: bots would act for ever.
process.once('disconnect', () => process.exit());

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const say = (said: Said) => process.send!(said);
