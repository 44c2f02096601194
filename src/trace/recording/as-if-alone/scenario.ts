import { tell } from './tell.ts';

/** Writes down what a page can see. */
export type See = (...what: unknown[]) => void;

/** What pages do, each by a sentence that says it. */
export type Scenarios = Readonly<Record<string, (see: See) => unknown>>;

/** Calls a function as a page may that cares for no type. */
export const callOn = (self: unknown, method: unknown, ...given: unknown[]) =>
  Reflect.apply(method as (...given: unknown[]) => unknown, self, given);

/** Calls, and sees what comes of it: the value or the error, and of a promise also after how many microtasks. */
export async function attempt<Value>(see: See, what: string, call: () => Value): Promise<Awaited<Value> | undefined> {
  let value: Value;
  try {
    value = call();
  } catch (error) {
    see(what, 'throws', error);
    return undefined;
  }
  if (!(value instanceof Promise)) {
    see(what, 'returns', value);
    return value as Awaited<Value>;
  }
  see(what, 'promises', value.constructor === Promise, Reflect.ownKeys(value));
  const { how, of, ticks } = await outcome(value);
  see(what, how, of, ticks);
  return how === 'fulfils' ? (of as Awaited<Value>) : undefined;
}

/** Everything that is promised settles by then, or not before the browser has run a task. */
const soon = 30;

/** How a promise settles, and in which microtask. */
export function outcome(promise: Promise<unknown>) {
  return new Promise<{ how: 'fulfils' | 'rejects'; of: unknown; ticks: number | 'later' }>((settled) => {
    let ticks = 0;
    let open = true;
    const settle = (how: 'fulfils' | 'rejects') => (of: unknown) => {
      open = false;
      settled({ how, of, ticks: ticks < soon ? ticks : 'later' });
    };
    promise.then(settle('fulfils'), settle('rejects'));
    const count = () => {
      if (open && ++ticks < soon) queueMicrotask(count);
    };
    queueMicrotask(count);
  });
}

/** The next event of a type. */
export const next = <Fired extends Event>(target: EventTarget, type: string) =>
  new Promise<Fired>((fired) => target.addEventListener(type, (event) => fired(event as Fired), { once: true }));

/** After the tasks that the browser has queued by now; the news of unhandled rejections is one of them. */
export async function quiet() {
  for (let turn = 0; turn < 3; turn++) await new Promise((turned) => setTimeout(turned));
}

/** An event as its listener sees it: what it is, and what it carries of which type. */
export function shape(event: Event): string {
  const members: string[] = [];
  for (const name in event) {
    const value: unknown = event[name as keyof Event];
    if (/^[A-Z_]+$/.test(name) || name === 'timeStamp' || typeof value === 'function') continue;
    members.push(`${name}: ${typeof value === 'object' ? tell(value).replace(/[{[].*/, '…') : typeof value}`);
  }
  const target = event.target === event.currentTarget ? 'at its target' : 'elsewhere';
  return `${tell(event)} ${event.isTrusted} ${target} { ${members.join(', ')} }`;
}
