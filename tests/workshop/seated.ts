import type { Page } from '@playwright/test';
import { type Bot, bot } from './bot.ts';
import { workshopClient } from './client.ts';

export type Seated = Awaited<ReturnType<typeof seatClass>>;

/** A class of bots, and an instructor's page that has the key: it is on its console from its first address on. */
export async function seatClass(page: Page, port: number, names: readonly string[]) {
  const visitor = workshopClient(port, { as: 'visitor' });
  const { code, key } = (await visitor.ask('open', { title: 'A class' })).value! as { code: string; key: string };
  const instructor = workshopClient(port, { as: 'instructor', code, key, console: 'who-seats-the-class' });
  const { invitation } = await instructor.entered();
  const { pass } = (await instructor.ask('invite', { role: 'stage' })).value! as { pass: string };
  for (const { socket } of [visitor, instructor]) socket.close();
  const kept = JSON.stringify({ code, key, console: 'console-of-the-test', name: 'Grace' });
  await page.addInitScript((kept) => localStorage.setItem('trickle:workshop', kept), kept);
  const bots: Bot[] = names.map((name, nth) => bot(port, { code, invitation, ticket: `ticket-of-bot-${nth}`, name }));
  return {
    bots,
    /** Of the projector. */
    pass,
    areIn: () => Promise.all(bots.map(({ isIn }) => isIn)),
    settled: () => Promise.all(bots.map((one) => one.settled())),
    leave() {
      for (const one of bots) one.close();
    },
  };
}
