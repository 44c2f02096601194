import { getOwnPropertyDescriptor, getPrototypeOf, selfContained } from './natives.ts';
import { isProxy } from './proxies.ts';

/**
 * Finds the nearest of some interfaces that an object has: 'MediaStreamTrack' of a CanvasCaptureMediaStreamTrack. It is
 * read from the tags that all native prototypes carry as plain data, so no getter is asked, and an object of another
 * window is known as well.
 */
export function finder(isWanted: (name: string) => boolean): (object: object) => string | undefined {
  // Every call asks for the same few prototypes, over and over.
  const found = selfContained(new WeakMap<object, string | null>());

  function climb(prototype: object): string | null {
    for (let next: object | null = prototype; next && !isProxy(next); next = getPrototypeOf(next)) {
      const name = getOwnPropertyDescriptor(next, Symbol.toStringTag)?.value;
      if (typeof name === 'string' && isWanted(name)) return name;
    }
    return null;
  }

  return (object) => {
    const prototype = isProxy(object) ? null : getPrototypeOf(object);
    if (!prototype) return undefined;
    let name = found.get(prototype);
    if (name === undefined) {
      name = climb(prototype);
      found.set(prototype, name);
    }
    return name ?? undefined;
  };
}
