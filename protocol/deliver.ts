import { limits } from './limits.ts';
import type { News, NumberedNews } from './messages.ts';
import type { Granted, Input, Room, Step } from './room.ts';

export type Letter = { to: string; news: News };

/** What the rules say to one input: the room afterwards, what the sender is answered, letters to others, and those that wait. */
export type Ruling = { room: Room; value?: Granted; letters?: readonly Letter[]; held?: readonly Letter[] };

/**
 * Numbers what each seat is told, and keeps the last of it for those who may come back: they say how far they heard,
 * and nothing is told twice or not at all. Notes that the input was applied, so that its double will not be.
 */
export function deliver({ room, letters = [], held = [] }: Ruling, input: Input): Step {
  const waiting = held.map(({ to, news }) => ({ to: room.seats.get(to)!.peer, held: news }));
  if (letters.length === 0 && !input.isOwnId) return { state: room, tell: waiting };
  const seats = new Map(room.seats);
  const sender = seats.get(input.from);
  if (sender && input.isOwnId && !sender.applied.includes(input.mail))
    seats.set(input.from, { ...sender, applied: [...sender.applied, input.mail].slice(-limits.repeats) });

  const tell = letters.map(({ to, news }) => {
    const seat = seats.get(to)!;
    const told = { nr: seat.told + 1, news };
    seats.set(to, { ...seat, told: told.nr, kept: seat.keeps ? keep(seat.kept, told) : seat.kept });
    return { to: seat.peer, ...told, away: seat.awaySince !== undefined };
  });
  return { state: { ...room, seats }, tell: [...waiting, ...tell] };
}

/** With one more; of too much the oldest is let go. */
function keep(kept: readonly NumberedNews[], told: NumberedNews): NumberedNews[] {
  const { messages, characters } = limits.kept;
  const all = [...kept, told];
  let size = all.reduce((sum, { news }) => sum + sizeOf(news), 0);
  while (all.length > messages || size > characters) size -= sizeOf(all.shift()!.news);
  return all;
}

export function sizeOf(news: News): number {
  if (news.what === 'offerWaiting') return news.offer.description.sdp.length;
  if (news.what === 'answered') return news.offer.description.sdp.length + news.answer.sdp.length;
  return 200;
}
