import fc from 'fast-check';
import { expect } from 'vitest';
import { openWorkshop } from './roster.fixture.ts';
import { roster } from './roster.ts';
import {
  classChange,
  consoleChange,
  consoleSight,
  learnerSight,
  ownChanges,
  seeConsole,
  seeLearner,
} from './workshop/changes.ts';
import { pack, unpack } from './workshop/pack.ts';
import type { Input, Workshop } from './workshop/state.ts';
import type { Command, Event } from './workshop.ts';

// A class and two consoles do anything in any order, and say some of it twice. What everybody sees by following changes
// must be what they would be shown if they came at that moment.

const seats = ['ada', 'bob', 'cyd', 'dan'];
const seat = fc.constantFrom(...seats);
const vote = fc.constantFrom('v1', 'v2');
const on = fc.boolean();
const page = fc.constantFrom('/lessons/media/', '/labs/call/');

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ what: fc.constant('moved' as const), place: fc.record({ page, step: fc.nat(3) }) }),
  fc.record({ what: fc.constant('stood' as const), standing: fc.record({ ice: fc.constantFrom('new', 'checking') }) }),
  fc.constantFrom<Event>(
    { what: 'raisedHand' },
    { what: 'loweredHand' },
    { what: 'felt', mood: 'lost' },
    { what: 'left' },
  ),
  fc.record({ what: fc.constant('followed' as const), follows: on }),
  fc.record({ what: fc.constant('agreedToName' as const), agrees: on }),
  fc.record({ what: fc.constant('voted' as const), vote, choice: fc.nat(2) }),
  fc.record({ what: fc.constant('answered' as const), question: vote, choice: vote }),
);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ what: fc.constant('lead' as const), page }),
  fc.record({ what: fc.constant('freeze' as const), on }),
  fc.record({ what: fc.constant('lock' as const), on }),
  fc.record({
    what: fc.constant('pair' as const),
    groups: fc.uniqueArray(seat, { minLength: 2, maxLength: 3 }).map((group) => [group]),
  }),
  fc.record({
    what: fc.constant('askVote' as const),
    vote,
    question: vote,
    options: fc.array(vote, { minLength: 2, maxLength: 2 }),
  }),
  fc.record({ what: fc.constant('spotlight' as const), seat }),
  fc.record({ what: fc.constant('message' as const), to: fc.option(seat, { nil: undefined }), text: vote }),
  fc.record({ what: fc.constant('claimHand' as const), seat }),
  fc.constantFrom<Command>(
    { what: 'drive' },
    { what: 'reveal' },
    { what: 'endVote' },
    { what: 'unpair' },
    { what: 'stopLeading' },
  ),
  fc.constantFrom<Command>({ what: 'askForWheel' }, { what: 'endSpotlight' }, { what: 'handOver', console: 'linus' }),
);

type Said = Input extends infer One ? (One extends Input ? Omit<One, 'at'> : never) : never;
const learner = seat.map((id) => ({ role: 'learner' as const, id }));
const staff = fc.constantFrom(
  { role: 'instructor' as const, id: 'grace' },
  { role: 'instructor' as const, id: 'linus' },
  { role: 'helper' as const, id: 'hal' },
);
const input: fc.Arbitrary<Said> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      by: learner,
      what: fc.constant('did' as const),
      source: vote,
      nr: fc.nat(40).map((nr) => nr + 1),
      event,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: staff,
      what: fc.constant('commanded' as const),
      mail: fc.uuid(),
      fresh: fc.uuid(),
      command,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: learner,
      what: fc.constant('joined' as const),
      name: fc.constantFrom('Max', 'max', 'Moe'),
    }),
  },
  fc.record({ by: learner, what: fc.constant('connectionLost' as const) }),
  fc.record({ by: learner, what: fc.constant('cameBack' as const), epoch: fc.nat(3) }),
  fc.record({ by: staff, what: fc.constant('consoleOpened' as const), name: vote }),
  fc.record({ by: staff, what: fc.constant('consoleLost' as const) }),
  fc.constant<Said>({ by: { role: 'server', id: 'server' }, what: 'restarted' }),
);

/** So many inputs at once are told as one change. */
const history = fc.array(fc.array(input, { minLength: 1, maxLength: 6 }), {
  minLength: 10,
  maxLength: 40,
  size: 'max',
});

const inOrder = (workshop: Workshop) => {
  const { cards, heat, ...sight } = consoleSight(workshop);
  return { ...sight, cards: new Set(cards), heat: new Set(heat) };
};

function play(batches: readonly (readonly Said[])[]) {
  let { state } = openWorkshop();
  let sight = consoleSight(state);
  const pages = new Map<string, ReturnType<typeof learnerSight>>();
  let [at, told] = [0, 0];

  for (const batch of batches) {
    const before = state;
    for (const said of batch) {
      const input = { at: (at += 1_000), ...said } as Input;
      const once = roster(state, input).state;
      if (said.what === 'did') expect(roster(once, input).state, 'twice is once').toEqual(once);
      if (said.what === 'commanded') expect(roster(once, input).state, 'twice is once').toEqual(once);
      if (input.by.role === 'helper')
        expect([once.lead, once.driver, once.isFrozen]).toEqual([state.lead, state.driver, state.isFrozen]);
      state = once;
    }
    sight = seeConsole(sight, consoleChange(before, state) ?? {});
    expect({ ...sight, cards: new Set(sight.cards), heat: new Set(sight.heat) }, 'a console sees what is').toEqual(
      inOrder(state),
    );

    const [shared, own] = [classChange(before, state), ownChanges(before, state)];
    for (const [seat, me] of state.learners) {
      const page = before.learners.has(seat) ? pages.get(seat)! : learnerSight(state, me);
      pages.set(seat, seeLearner(page, { view: shared, own: own.get(seat) }));
      expect(pages.get(seat), 'a learner sees what is').toEqual(learnerSight(state, me));
      told += 1;
      hearsOnlyOfPartners(state, seat);
    }
    expect(unpack(pack(state)), 'a snapshot is the whole of it').toEqual(state);
  }
  return told;
}

/** Learners are called by their seats here too, and nobody else's may be in what one is shown. */
function hearsOnlyOfPartners(state: Workshop, me: string) {
  const partners = state.pairs.filter(({ seats }) => seats.includes(me)).flatMap(({ seats }) => seats);
  const { pair, ...rest } = learnerSight(state, state.learners.get(me)!).own;
  const shown = JSON.stringify({ rest, shared: learnerSight(state, state.learners.get(me)!).view });
  for (const other of seats) if (other !== me) expect(shown).not.toContain(`"${other}"`);
  expect(pair?.partners.length ?? 0).toBe(Math.max(0, partners.length - 1));
}

/** Plays so many times, and says with which seed it failed. */
export function holdsInAnyClass(numRuns: number) {
  let told = 0;
  fc.assert(
    fc.property(history, (batches) => void (told += play(batches))),
    { numRuns },
  );
  // What nobody was there for would hold for anything.
  expect(told).toBeGreaterThan(numRuns);
}
