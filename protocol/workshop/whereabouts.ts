import type { Place, Standing } from '../workshop.ts';
import { limits } from './limits.ts';
import { type Heat, type Learner, type Traffic, type Workshop, withLearner } from './state.ts';

// Where everybody is, how their connection stands, and how the class went through the steps.

/** What counts as one place: a step of a lab, or a page. */
export const placeKey = ({ page, lab, step }: Place) => (lab === undefined ? page : `${lab} ${step ?? ''}`.trim());

export function move(workshop: Workshop, me: Learner, place: Place, at: number): Workshop {
  if (me.place && placeKey(me.place) === placeKey(place)) return withLearner(workshop, { ...me, place });
  const { page, lab, step } = place;
  const journey = [...me.journey, { page, lab, step, at }].slice(-limits.journey);
  // A lab that is left takes its connection along.
  const standing = me.place?.lab === lab ? me.standing : {};
  const moved = withLearner(workshop, { ...me, place, since: at, journey, standing });
  const heat = counted(goOn(workshop, me, at), placeKey(place), minuteOf(workshop, at), { came: 1, went: 0 });
  return { ...moved, heat };
}

export const stand = (workshop: Workshop, me: Learner, standing: Standing) =>
  withLearner(workshop, { ...me, standing });

/** They leave the place where they are, and how long they were there is remembered for the median. */
export function goOn(workshop: Workshop, me: Learner, at: number): Workshop['heat'] {
  if (!me.place) return workshop.heat;
  const stay = Math.max(0, (me.awaySince ?? at) - me.since);
  return counted(workshop.heat, placeKey(me.place), minuteOf(workshop, at), { came: 0, went: 1 }, stay);
}

const minuteOf = ({ openedAt }: Workshop, at: number) => Math.max(0, Math.floor((at - openedAt) / 60_000));

function counted(heat: Workshop['heat'], key: string, minute: number, more: Traffic, stay?: number): Workshop['heat'] {
  if (!heat.has(key) && heat.size >= limits.places) return heat;
  const { minutes, stays }: Heat = heat.get(key) ?? { minutes: new Map(), stays: [] };
  if (!minutes.has(minute) && minutes.size >= limits.minutes) return heat;
  const { came, went } = minutes.get(minute) ?? { came: 0, went: 0 };
  return new Map(heat).set(key, {
    minutes: new Map(minutes).set(minute, { came: came + more.came, went: went + more.went }),
    stays: stay === undefined ? stays : [...stays, stay].slice(-limits.stays),
  });
}

export function medianOf(stays: readonly number[]): number | null {
  if (stays.length === 0) return null;
  const sorted = stays.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)]!;
}
