// The built-ins as they were when this module loaded. A page may replace any of them later, and must not find its own
// functions called by a recorder that it knows nothing of. For the same reason the recorder walks arrays by index:
// `for … of`, spreading and destructuring ask Array.prototype for an iterator, and that prototype is the page's.
export const { apply, construct, defineProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
export const { hasOwn, setPrototypeOf, values } = Object;
export const { isArray } = Array;

/** A method as a function of its object, out of the page's reach. */
export const uncurried =
  <Self, Given extends unknown[], Result>(method: (this: Self, ...given: Given) => Result) =>
  (self: Self, ...given: Given): Result =>
    apply(method, self, given);

export const indexOf = uncurried(String.prototype.indexOf);
export const slice = uncurried(String.prototype.slice);
export const settle = uncurried(Promise.prototype.then<void, void>);

/** An object with nothing behind it: what a page adds to Object.prototype would be taken for a trap of a handler. */
export const bare = <Members extends object>(members: Members): Members => setPrototypeOf(members, null);

/** A map or set that has its methods of its own, instead of asking its prototype, which is the page's. */
export const selfContained = <Collection extends object>(collection: Collection): Collection =>
  Object.defineProperties(collection, Object.getOwnPropertyDescriptors(Object.getPrototypeOf(collection)));

const interfaces = globalThis as unknown as Record<string, { prototype: object } | undefined>;

/** A member of an interface or of those that it inherits from; not every browser has all of them. */
function memberOf(interfaceName: string, name: string) {
  for (let next = interfaces[interfaceName]?.prototype ?? null; next; next = getPrototypeOf(next)) {
    const member = getOwnPropertyDescriptor(next, name);
    if (member) return member;
  }
  return undefined;
}

/** Reads an attribute as the browser does, whatever a page made of it; undefined where the browser has none. */
export function attribute<Value>(interfaceName: string, name: string): (object: object) => Value {
  const get = memberOf(interfaceName, name)?.get;
  const none: never[] = [];
  return get ? (object) => apply(get, object, none) : () => undefined as Value;
}

/** The same, but a property of the object's own comes first: so a synthetic track carries its label. */
export function ownAttribute(interfaceName: string, name: string): (object: object) => unknown {
  const read = attribute(interfaceName, name);
  return (object) => getOwnPropertyDescriptor(object, name)?.value ?? read(object);
}

/** Calls a method as the browser has it. */
export function operation<Result>(interfaceName: string, name: string) {
  const method = memberOf(interfaceName, name)?.value;
  return (object: object, ...given: unknown[]): Result => apply(method, object, given);
}

const { addEventListener } = EventTarget.prototype;

/**
 * Listens, and hears what a page dispatches itself, too: in Firefox only whoever asks for that by a fourth argument, which
 * no other browser knows, hears of it on a track (153 ESR).
 */
export const listen = (target: EventTarget, type: string, hear: (event: Event) => void) =>
  apply(addEventListener, target, [type, hear, false, true]);

/** For every item. `for … of`, spreading and destructuring would ask Array.prototype, which is the page's. */
export function each<Item>(items: readonly Item[], visit: (item: Item, index: number) => void) {
  for (let index = 0; index < items.length; index++) visit(items[index]!, index);
}
