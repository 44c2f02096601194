import { getOwnPropertyDescriptor, getPrototypeOf, selfContained } from './natives.ts';
import { isProxy } from './proxies.ts';

/**
 * Finds the nearest of some interfaces that an object has: 'MediaStreamTrack' of a CanvasCaptureMediaStreamTrack. It is
 * read from the tags that all native prototypes carry as plain data, so no getter is asked, and an object of another
 * window is known as well.
 */
export function finder(isWanted: (name: string) => boolean): (object: object) => string | undefined {
  // Every call asks for the same few prototypes, over and over.
  const found = selfContained(new WeakMap<object, string | undefined>());

  function climb(prototype: object): string | undefined {
    for (let next: object | null = prototype; next && !isProxy(next); next = getPrototypeOf(next)) {
      const name = getOwnPropertyDescriptor(next, Symbol.toStringTag)?.value;
      if (typeof name === 'string' && isWanted(name)) return name;
    }
    return undefined;
  }

  return (object) => {
    const prototype = isProxy(object) ? null : getPrototypeOf(object);
    if (!prototype) return undefined;
    if (!found.has(prototype)) found.set(prototype, climb(prototype));
    return found.get(prototype);
  };
}
