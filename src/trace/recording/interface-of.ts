import { getOwnPropertyDescriptor, getPrototypeOf } from './natives.ts';
import { isProxy } from './proxies.ts';

/**
 * The nearest interface of an object that is accepted: 'MediaStreamTrack' of a CanvasCaptureMediaStreamTrack. Read from
 * the tags that every native prototype carries as plain data, so neither a getter nor another window gets in the way.
 */
export function interfaceOf(object: object, accept: (name: string) => boolean): string | undefined {
  for (let next: object | null = object; next && !isProxy(next); next = getPrototypeOf(next)) {
    const name = getOwnPropertyDescriptor(next, Symbol.toStringTag)?.value;
    if (typeof name === 'string' && accept(name)) return name;
  }
  return undefined;
}
