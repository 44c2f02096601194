import { type Letter, type Ruling, sizeOf } from './deliver.ts';
import { limits } from './limits.ts';
import type { DeskView, News } from './messages.ts';
import type { Refusal } from './refusal.ts';
import type { Desk, HeldLetter, Input, InputOf, Room } from './room.ts';

// Somebody plays the server: what peers say to each other waits on their desk until they pass it on, in its order. As soon
// as nobody sits there, the server passes on by itself.

const empty: Desk = { keepers: new Set(), last: 0, letters: [] };

export function sitAtDesk(room: Room, { from }: InputOf<'keeperCame'>): Ruling {
  const desk = room.desk ?? empty;
  return { room: { ...room, desk: { ...desk, keepers: new Set(desk.keepers).add(from) } } };
}

export function leaveDesk(room: Room, { from }: InputOf<'keeperWent'>): Ruling {
  const keepers = new Set(room.desk?.keepers);
  if (!keepers.delete(from)) return { room };
  if (keepers.size > 0) return { room: { ...room, desk: { ...room.desk!, keepers } } };
  const { desk, ...rest } = room;
  return { room: rest, letters: desk!.letters };
}

export function passOn(room: Room, { from, upTo }: InputOf<'passedOn'>): Ruling | Refusal {
  const { desk } = room;
  if (!desk?.keepers.has(from)) return { reason: 'not-here' };
  const letters = desk.letters.filter(({ nr }) => nr > upTo);
  return { room: { ...room, desk: { ...desk, letters } }, letters: desk.letters.filter(({ nr }) => nr <= upTo) };
}

const isPassing = ({ what }: Input) => what === 'passedOn' || what === 'keeperWent';

/** What a ruling lets be told now, and what of it waits; each of the two is told whether something of theirs does. */
export function holdBack(before: Room, input: Input, ruling: Ruling): Ruling {
  if (!before.desk && !ruling.room.desk) return ruling;
  const after = ruling.room.desk && !isPassing(input) ? hold(ruling.room.desk, input, ruling) : ruling;
  return { ...after, letters: [...(after.letters ?? []), ...noticesFor(before, input, after.room)] };
}

function hold(desk: Desk, { from }: Input, { room, value, letters = [] }: Ruling): Ruling {
  const offers = value && 'offers' in value ? value.offers : [];
  const shown = offers.map((offer): Letter => ({ to: from, news: { what: 'offerWaiting', offer } }));
  const said = [...shown, ...letters.filter(({ news }) => isSaid(news))].filter((one) => !waits(desk, one));
  const fresh = said.map((letter, nth): HeldLetter => ({ ...letter, nr: desk.last + 1 + nth }));
  const waiting = stillMeant(room, [...desk.letters, ...fresh]);
  const tooMany = waiting.slice(0, beyond(waiting));
  const held = waiting.slice(tooMany.length);
  return {
    room: { ...room, desk: { ...desk, last: desk.last + fresh.length, letters: held } },
    value: value && 'offers' in value ? { ...value, offers: [] } : value,
    letters: [...tooMany, ...letters.filter(({ news }) => !isSaid(news))],
    held: fresh.filter((letter) => held.includes(letter)),
  };
}

/** Who comes and goes is the server's own to tell. */
const isSaid = ({ what }: News) => what !== 'peerJoined' && what !== 'peerLeft';

/** An offer is shown again to another page of the same seat. */
const waits = ({ letters }: Desk, { to, news }: Letter) =>
  news.what === 'offerWaiting' &&
  letters.some((one) => one.to === to && one.news.what === 'offerWaiting' && one.news.offer.id === news.offer.id);

/** Of what is over nothing is passed on but its end, and to those who never heard of it not even that. */
function stillMeant({ seats, calls }: Room, letters: readonly HeldLetter[]): HeldLetter[] {
  const isOver = (letter: HeldLetter) => !calls.has(offerOf(letter.news)!);
  const about = ({ to, news }: HeldLetter) => `${to} ${offerOf(news)}`;
  const unheard = new Set(letters.filter((letter) => letter.news.what === 'offerWaiting' && isOver(letter)).map(about));
  return letters.filter((letter) => {
    if (!seats.has(letter.to) || unheard.has(about(letter))) return false;
    return !isOver(letter) || letter.news.what === 'hungUp' || letter.news.what === 'offerWithdrawn';
  });
}

function offerOf(news: News): string | undefined {
  if (!('offer' in news)) return undefined;
  return typeof news.offer === 'string' ? news.offer : news.offer.id;
}

/** How many of the oldest are more than a desk has room for: they go on by themselves. */
function beyond(letters: readonly HeldLetter[]): number {
  let [messages, characters] = [0, 0];
  const isTooMuch = ({ news }: HeldLetter) =>
    ++messages > limits.held.messages || (characters += sizeOf(news)) > limits.held.characters;
  return letters.findLastIndex(isTooMuch) + 1;
}

// #region notices
type Held = { yours: boolean; forYou: boolean };

const heldFor = ({ desk }: Room, seat: string): Held => ({
  yours: desk?.letters.some(({ news }) => senderOf(news) === seat) ?? false,
  forYou: desk?.letters.some(({ to }) => to === seat) ?? false,
});

/** Nobody waits without knowing why. Whoever has just come was told nothing yet. */
function noticesFor(before: Room, input: Input, after: Room): Letter[] {
  const isNew = input.what === 'joined' || input.what === 'seatResumed';
  return [...after.seats.keys()].flatMap((to): Letter[] => {
    const was = isNew && to === input.from ? { yours: false, forYou: false } : heldFor(before, to);
    const is = heldFor(after, to);
    return was.yours === is.yours && was.forYou === is.forYou ? [] : [{ to, news: { what: 'heldUp', ...is } }];
  });
}

/** An id of an offer begins with the seat of its maker. */
function senderOf(news: News): string | undefined {
  if (news.what === 'offerWaiting') return news.offer.from.seat;
  if (news.what === 'offerWithdrawn') return news.offer.slice(0, news.offer.indexOf(':'));
  if (news.what === 'candidateFound') return news.from.seat;
  return news.what === 'answered' || news.what === 'hungUp' ? news.by.seat : undefined;
}
// #endregion notices

/** What lies on the desk, the oldest first, as whoever sits there sees it: who says what to whom, and nothing of its content. */
export const deskView = ({ desk, seats }: Room): DeskView =>
  (desk?.letters ?? []).map(({ nr, to, news }) => ({
    nr,
    what: news.what,
    from: seats.get(senderOf(news) ?? '')?.peer.name ?? '',
    to: seats.get(to)!.peer.name,
  }));
