import fc from 'fast-check';
import { candidateOf, described, type Saying } from './exchange.fixture.ts';
import type { Listener } from './listener.fixture.ts';
import type { Input, Room } from './room.ts';

export const people = ['alice', 'bob', 'carol', 'dave'];
const nothing = ['nothing', 'nothing', 'nothing', 'nothing', 'nothing', 'nothing'] as const;
export const act = fc.record({
  who: fc.constantFrom(...people),
  does: fc.constantFrom(
    ...(['join', 'offer', 'offer', 'answer', 'answer', 'answer', 'withdraw', 'hangUp', 'repeat', 'repeat'] as const),
    ...(['candidate', 'candidate', 'candidate', 'candidate', 'candidate', 'candidate'] as const),
    ...(['leave', 'lose', 'comeBack', 'comeBack', 'reload', 'graceOver'] as const),
  ),
  pick: fc.nat(1000),
  to: fc.option(fc.constantFrom(...people), { nil: undefined }),
  says: fc.boolean(),
  /** The line is dead as soon as this is said: its answer is the first that gets lost. */
  dies: fc.nat(9).map((chance) => chance === 0),
  /** What somebody who plays the server does before. */
  keeper: fc.constantFrom(...nothing, ...nothing, 'comes', 'passesOn', 'passesOn', 'passesOn', 'goes', 'goes'),
});
export type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

export type Offered = { id: string; to: string | undefined };
/** How things stand when somebody is about to do something. */
export type Moment = {
  at: number;
  room: Room;
  pages: ReadonlyMap<string, Listener>;
  offers: readonly Offered[];
  /** Everything that can be said again. */
  said: readonly Input[];
};

export function keeperInputOf({ keeper, pick }: Act, { at, room }: Pick<Moment, 'at' | 'room'>): Input | undefined {
  const fact = { at, from: 'keeper', mail: `keeper-${at}`, ack: true };
  if (keeper === 'comes') return { ...fact, what: 'keeperCame', lock: '' };
  if (keeper === 'passesOn') return { ...fact, what: 'passedOn', upTo: (room.desk?.letters[0]?.nr ?? 0) + (pick % 3) };
  return keeper === 'goes' ? { ...fact, what: 'keeperWent' } : undefined;
}

/** What somebody says, unless it cannot be said now. */
export function inputOf(
  { who, does, pick, to, says }: Act,
  { at, room, pages, offers, said }: Moment,
): Input | undefined {
  const offer = offers.at(-1 - (pick % 4))?.id ?? 'nobody:1';
  const page = pages.get(who)!;
  if (page.isDeaf && !['comeBack', 'lose', 'reload', 'graceOver'].includes(does)) return undefined;
  const input = (saying: Saying) =>
    ({ at, from: who, mail: `${who}-${at}`, isOwnId: true, ack: true, ...saying }) as Input;
  const comesBack = { what: 'seatResumed', name: who, lock: '', epoch: at } as const;
  switch (does) {
    case 'join':
      return room.seats.has(who) ? undefined : input({ what: 'joined', name: who, lock: '', keeps: says });
    case 'offer':
      return input({
        what: 'offered',
        offer: `${who}:${at}`,
        to,
        description: described('offer'),
        oneAtATime: pick % 4 === 0,
      });
    case 'answer': {
      const meant = says ? { offer } : { caller: to };
      return input({ what: 'answered', ...meant, description: described('answer', who) });
    }
    case 'candidate': {
      const meant = says ? { offer } : {};
      return input({ what: 'candidateFound', ...meant, candidate: candidateOf(`${at}`) });
    }
    case 'withdraw':
      return input({ what: 'offerWithdrawn', offer });
    case 'hangUp':
      return input({ what: 'hungUp', offer });
    case 'leave':
      return input({ what: 'left' });
    case 'lose':
      return input({ what: 'connectionLost' });
    case 'comeBack':
      return input({ ...comesBack, heard: page.heard });
    case 'reload':
      // A second tab hears from now on; this test has one page for each.
      return room.seats.get(who)?.awaySince === undefined ? undefined : input(comesBack);
    case 'graceOver': {
      const awaySince = room.seats.get(who)?.awaySince;
      return awaySince === undefined ? undefined : input({ what: 'graceOver', awaySince });
    }
    case 'repeat':
      return said.filter(({ from }) => !pages.get(from)!.isDeaf)[pick % Math.max(1, said.length)];
  }
}
