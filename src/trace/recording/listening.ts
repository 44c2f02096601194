import { stackBelow } from './caller.ts';
import { apply, bare, construct, defineProperty, each, getOwnPropertyDescriptor, selfContained } from './natives.ts';
import { type Answer, type Subject, subjects } from './subjects.ts';

// What a page calls is the native function behind a Proxy: the same name and length, the same errors, promises and
// prototypes. Seen from the page only two things differ: what Function.prototype.toString says of any Proxy, and that
// a stack which is taken while the native function runs has one frame more.

type Method = (this: unknown, ...given: unknown[]) => unknown;
type Constructor = new (...given: never[]) => object;
/** Hears of a call, in a trap below which the caller is. */
type Listen<First, Second> = (first: First, second: Second, trap: object) => Answer | undefined;
type Perform<Native, First, Second, Result> = (native: Native, first: First, second: Second) => Result;

/**
 * A trap that performs what it traps, and has it heard of before and after. The empty catches are for a page that has
 * used up the stack: then nothing can be done here, and nothing needs to be.
 */
function attending<Native, First, Second, Result>(
  listen: Listen<First, Second>,
  perform: Perform<Native, First, Second, Result>,
): Perform<Native, First, Second, Result> {
  return function trap(native, first, second) {
    let answer: Answer | undefined;
    let result: Result;
    try {
      answer = listen(first, second, trap);
    } catch {}
    try {
      result = perform(native, first, second);
    } catch (error) {
      try {
        answer?.threw(error);
      } catch {}
      throw error;
    }
    try {
      answer?.returned(result);
    } catch {}
    return result;
  };
}

let greet = (_stranger: object) => {};

/** From now on an object that nobody knows is introduced when something is first called on it. */
export function greetStrangers(introduce: (stranger: object) => void) {
  greet = introduce;
}

function subjectOf(self: unknown): Subject | undefined {
  const isObject = (typeof self === 'object' && self !== null) || typeof self === 'function';
  if (!isObject) return undefined;
  const known = subjects.get(self);
  if (known) return known;
  greet(self);
  return subjects.get(self);
}

function methodBehindProxy(native: Method, listen: Listen<unknown, unknown[]>): Method {
  return new Proxy(native, bare({ apply: attending(listen, apply<unknown, unknown[], unknown>) }));
}

/** A constructor that is heard of whenever it makes something; so is a class that extends it. */
export function constructorBehindProxy<Native extends Constructor>(
  native: Native,
  listen: (given: unknown[], trap: object) => Answer | undefined,
): Native {
  const hear: Listen<unknown[], unknown> = (given, _, trap) => listen(given, trap);
  return new Proxy(native, bare<ProxyHandler<Native>>({ construct: attending(hear, construct) }));
}

/** Puts a constructor where the native one stands: under its names, and on the way back from its prototype. */
export function putInPlaceOf(native: Constructor, value: Constructor, page: object, names: readonly string[]) {
  replace(native.prototype, 'constructor', native, value);
  each(names, (name) => replace(page, name, native, value));
}

function replace(owner: object, name: string, native: unknown, value: unknown) {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (descriptor?.value === native) defineProperty(owner, name, { ...descriptor, value });
}

/** Has whatever a constructor makes introduced at once: before the page can listen to it. */
export function greetWhatIsMade(page: object, name: string) {
  const native: unknown = getOwnPropertyDescriptor(page, name)?.value;
  if (typeof native !== 'function' || listening.has(native)) return;
  const greeting: Answer = { returned: subjectOf, threw() {} };
  const greeted = constructorBehindProxy(native as Constructor, () => greeting);
  listening.add(greeted);
  putInPlaceOf(native as Constructor, greeted, page, [name]);
}

const listening = selfContained(new WeakSet<object>());

/** Puts an ear to a method, or to what sets or gets an attribute, where there is one. */
export function listenTo(owner: object, name: string, member: 'value' | 'set' | 'get') {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  const native = descriptor?.[member];
  if (typeof native !== 'function' || listening.has(native)) return;
  const proxy = methodBehindProxy(native, (self, given, trap) => {
    const subject = subjectOf(self);
    if (!subject || member === 'get') return subject?.gave;
    return subject.called(name, given, subject.asksForStack ? stackBelow(trap) : undefined);
  });
  listening.add(proxy);
  defineProperty(owner, name, { ...descriptor, [member]: proxy });
}
