import type { Heat, Learner, Workshop } from './state.ts';
import {
  type Card,
  type ClassView,
  type ConsoleView,
  card,
  classView,
  consoleView,
  type HeatView,
  heatView,
  type OwnView,
  ownView,
  type StageView,
  stageView,
} from './views.ts';

// What is told is the difference of two moments. So it costs the same to tell ten inputs as one, whoever comes late is
// shown what all others see by now, and nothing depends on how often somebody was cut off.

/** All that a console sees, at the moment of an input's number. */
export type ConsoleSight = { view: ConsoleView; cards: readonly Card[]; heat: readonly HeatView[] };
export type LearnerSight = { view: ClassView; own: OwnView };
export type StageSight = { view: StageView };

/** Whatever is named in one takes the place of what was there. */
export type ConsoleChange = {
  view?: Partial<ConsoleView>;
  cards?: readonly Card[];
  gone?: readonly string[];
  heat?: readonly HeatView[];
};
export type LearnerChange = { view?: Partial<ClassView>; own?: Partial<OwnView> };
export type StageChange = { view?: Partial<StageView> };

/** As it travels: `after` is the number of the change before, so that nobody overlooks that one is missing. */
export type Numbered<Change> = Change & { after: number; nr: number };

export const consoleSight = (workshop: Workshop): ConsoleSight => ({
  view: consoleView(workshop),
  cards: [...workshop.learners.values()].map(card),
  heat: [...workshop.heat].map(([place, heat]) => heatView(place, heat)),
});
export const learnerSight = (workshop: Workshop, me: Learner): LearnerSight => ({
  view: classView(workshop),
  own: ownView(workshop, me),
});
export const stageSight = (workshop: Workshop): StageSight => ({ view: stageView(workshop) });

// #region differences
export function consoleChange(before: Workshop, now: Workshop): ConsoleChange | undefined {
  const cards = newIn(before.learners, now.learners).map(([, learner]) => card(learner));
  const gone = [...before.learners.keys()].filter((seat) => !now.learners.has(seat));
  const heat = newIn<Heat>(before.heat, now.heat).map(([place, heat]) => heatView(place, heat));
  return told({ view: changed(consoleView(before), consoleView(now)), cards, gone, heat });
}

/** The same for every learner. */
export const classChange = (before: Workshop, now: Workshop) => changed(classView(before), classView(now));
export const stageChange = (before: Workshop, now: Workshop) =>
  told({ view: changed(stageView(before), stageView(now)) });

/** For each learner whom something changed, what that is. */
export function ownChanges(before: Workshop, now: Workshop): ReadonlyMap<string, Partial<OwnView>> {
  const changes = new Map<string, Partial<OwnView>>();
  for (const seat of touched(before, now)) {
    const [was, is] = [before.learners.get(seat), now.learners.get(seat)];
    const change = was && is && changed(ownView(before, was), ownView(now, is));
    if (change) changes.set(seat, change);
  }
  return changes;
}

/** Whoever may see something else of themselves than before: mostly few, so that not everybody is looked at each time. */
function touched(before: Workshop, now: Workshop): Iterable<string> {
  const isForAll =
    before.pairs !== now.pairs ||
    before.spotlight !== now.spotlight ||
    before.messages !== now.messages ||
    before.vote?.id !== now.vote?.id;
  if (isForAll) return now.learners.keys();
  const seats = new Set(newIn(before.learners, now.learners).map(([seat]) => seat));
  // A question that came back meanwhile has its name and no choices any more.
  if (before.vote !== now.vote)
    for (const seat of before.vote?.choices.keys() ?? []) if (!now.vote?.choices.has(seat)) seats.add(seat);
  for (const pair of now.pairs)
    if (pair.seats.some((seat) => seats.has(seat))) for (const seat of pair.seats) seats.add(seat);
  return seats;
}

type Kept<Value> = { get(key: string): Value | undefined } & Iterable<readonly [string, Value]>;
const newIn = <Value>(before: Kept<Value>, now: Kept<Value>): (readonly [string, Value])[] =>
  before === now ? [] : [...now].filter(([key, value]) => before.get(key) !== value);

/** The parts of a view that are not what they were. */
function changed<View extends object>(before: View, now: View): Partial<View> | undefined {
  const names = Object.keys(now) as (keyof View)[];
  const other = names.filter((name) => before[name] !== now[name] && !isSame(before[name], now[name]));
  return other.length > 0 ? (Object.fromEntries(other.map((name) => [name, now[name]])) as Partial<View>) : undefined;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Without what is empty; nothing, if all of it is. */
function told<Change extends object>(change: Change): Change | undefined {
  const parts = Object.entries(change).filter(
    ([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0),
  );
  return parts.length > 0 ? (Object.fromEntries(parts) as Change) : undefined;
}
// #endregion differences

// #region following
/** What a console sees after a change. Parts that are as they were are the same objects: nobody needs to draw them again. */
export function seeConsole(
  sight: ConsoleSight,
  { view, cards = [], gone = [], heat = [] }: ConsoleChange,
): ConsoleSight {
  const there = replaced(sight.cards, cards, ({ seat }) => seat);
  return {
    view: view ? { ...sight.view, ...view } : sight.view,
    cards: gone.length === 0 ? there : there.filter(({ seat }) => !gone.includes(seat)),
    heat: replaced(sight.heat, heat, ({ place }) => place),
  };
}

export const seeLearner = (sight: LearnerSight, { view, own }: LearnerChange): LearnerSight => ({
  view: { ...sight.view, ...view },
  own: { ...sight.own, ...own },
});

function replaced<One>(all: readonly One[], by: readonly One[], key: (one: One) => string): readonly One[] {
  if (by.length === 0) return all;
  const map = new Map(all.map((one) => [key(one), one]));
  for (const one of by) map.set(key(one), one);
  return [...map.values()];
}
// #endregion following
