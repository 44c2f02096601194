import { limits } from './limits.ts';
import { type Console, type InputOf, type Ruling, type Workshop, without } from './state.ts';

// Consoles, and which of them drives.

export function openConsole(workshop: Workshop, { by, name }: InputOf<'consoleOpened'>): Ruling {
  if (by.role === 'learner' || by.role === 'server') return { reason: 'wrong-key' };
  if (isCrowded(workshop, by)) return { reason: 'too-many-consoles' };
  const console: Console = { console: by.id, role: by.role, name };
  const consoles = new Map(workshop.consoles).set(by.id, console);
  return { ...workshop, consoles: consoles.size > limits.consoles ? withoutLongestAway(consoles, workshop) : consoles };
}

/** A pass may go from hand to hand. An instructor has a place all the same. */
export const isCrowded = ({ consoles }: Workshop, { role, id }: InputOf<'consoleOpened'>['by']) =>
  role !== 'instructor' &&
  [...consoles.values()].filter((one) => one.role !== 'instructor' && one.awaySince === undefined && one.console !== id)
    .length >= limits.consoles;

function withoutLongestAway(consoles: Workshop['consoles'], { driver }: Workshop): Workshop['consoles'] {
  const away = [...consoles.values()].filter(({ console, awaySince }) => awaySince !== undefined && console !== driver);
  const [gone] = away.toSorted((one, other) => one.awaySince! - other.awaySince!);
  return gone ? without(consoles, gone.console) : consoles;
}

export function loseConsole(workshop: Workshop, { by, at }: InputOf<'consoleLost'>): Workshop {
  const console = workshop.consoles.get(by.id);
  if (!console) return workshop;
  return { ...workshop, consoles: new Map(workshop.consoles).set(by.id, { ...console, awaySince: at }) };
}

export const driverOf = ({ driver, consoles }: Workshop) => (driver === undefined ? undefined : consoles.get(driver));

/** Of a driver whose console is gone the wheel may be taken, and of nobody else. */
export function drive(workshop: Workshop, console: string, at: number): Ruling {
  const driver = driverOf(workshop);
  const isFree = !driver || (driver.awaySince !== undefined && at - driver.awaySince >= limits.wheelMs);
  if (!isFree && driver.console !== console) return { reason: 'somebody-drives', driver: driver.name };
  return takeWheel(workshop, console);
}

export function handOver(workshop: Workshop, console: string): Ruling {
  const to = workshop.consoles.get(console);
  // Handed to somebody who is gone, the class would be led by nobody.
  return to?.role === 'instructor' && to.awaySince === undefined
    ? takeWheel(workshop, console)
    : { reason: 'no-such-console' };
}

const takeWheel = (workshop: Workshop, console: string): Workshop => ({
  ...workshop,
  driver: console,
  askedForWheel: workshop.askedForWheel === console ? undefined : workshop.askedForWheel,
});

/** Whoever came by the old key is in it no more, and the wheel is free for whoever has the new one. */
export function changeLocks(
  { driver: _, askedForWheel: __, ...workshop }: Workshop,
  { locks }: InputOf<'rekeyed'>,
): Workshop {
  return { ...workshop, locks, consoles: new Map() };
}
