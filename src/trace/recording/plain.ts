import { copyOf } from './copies.ts';
import { finder } from './interface-of.ts';
import { messageOf } from './message.ts';
import {
  bare,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn,
  isArray,
  ownKeys,
  slice,
} from './natives.ts';
import { isProxy } from './proxies.ts';

/** Enough for every description and statistics report of a call; and nothing that a page hands over can cost more. */
const most = { values: 10_000, depth: 12, characters: 100_000 };

/**
 * A plain copy of what a page gave or a browser answered, made now: a live object read later would tell the future.
 * Written as JSON it comes back the same. Nobody can tell that it was made, because no code of the page runs for it:
 * getters are named instead of asked, and `toJSON`, `toString` and proxies are left alone.
 */
export function plain(value: unknown): unknown {
  left = most.values;
  return copy(value);
}

/** How many values may still be copied, and inside what we are: no code of the page runs that could begin another copy. */
let left = 0;
const around: object[] = [];

const notCopied = (what: string) => ({ notCopied: what });

function copy(value: unknown): unknown {
  if (left-- <= 0) return notCopied('more than fits');
  switch (typeof value) {
    case 'string':
      return value.length > most.characters ? `${slice(value, 0, most.characters)}…` : value;
    case 'boolean':
      return value;
    case 'number':
      return value - value === 0 ? value + 0 : notCopied(`${value}`);
    case 'object':
      return value && copyGuarded(value);
    default:
      return notCopied(typeof value);
  }
}

function copyGuarded(object: object): unknown {
  if (isProxy(object)) return notCopied('Proxy');
  if (around.length >= most.depth) return notCopied('too deep');
  for (let index = 0; index < around.length; index++) {
    if (around[index] === object) return notCopied('itself, again');
  }
  const depth = around.length;
  around[depth] = object;
  try {
    return copyObject(object);
  } catch {
    return notCopied('unreadable');
  } finally {
    around.length = depth;
  }
}

function copyObject(object: object): unknown {
  if (isArray(object)) return copyItems(object);
  if (getPrototypeOf(object) === ordinary) return copyMembers(object);
  const native = copyOf(object);
  if (native) return native(object, copy);
  if (isError(object)) return { name: inherited(object, 'name'), message: inherited(object, 'message') };
  const message = messageOf(object);
  if (message) return message;
  const name = interfaceOf(object);
  return name ? notCopied(name) : copyMembers(object);
}

const interfaceOf = finder(() => true);

const ordinary = Object.prototype;
const NativeError = Error;
// Chromium and Firefox have it; without it, an error of another window is copied like any object.
const isError = Error.isError ?? ((value) => value instanceof NativeError);

function copyItems(array: readonly unknown[]) {
  const items: unknown[] = [];
  for (let index = 0; index < array.length && left > 0; index++) {
    const item = getOwnPropertyDescriptor(array, index);
    items[index] = item ? copyMember(item) : notCopied('undefined');
  }
  if (items.length < array.length) items[items.length] = notCopied(`${array.length - items.length} more`);
  return items;
}

function copyMembers(object: object) {
  const members = {};
  const keys = ownKeys(object);
  for (let index = 0; index < keys.length && left > 0; index++) {
    const key = keys[index]!;
    const member = getOwnPropertyDescriptor(object, key)!;
    if (typeof key === 'symbol' || !member.enumerable) continue;
    if (hasOwn(member, 'value') && member.value === undefined) continue;
    // Assigned, a member called __proto__ would become the prototype.
    define(members, key, copyMember(member));
  }
  return members;
}

const descriptor = bare<PropertyDescriptor>({ writable: true, enumerable: true, configurable: true });

function define(object: object, key: string, value: unknown) {
  descriptor.value = value;
  defineProperty(object, key, descriptor);
}

const copyMember = (member: PropertyDescriptor) => (hasOwn(member, 'value') ? copy(member.value) : notCopied('getter'));

function inherited(object: object, name: string): unknown {
  for (let next: object | null = object; next && !isProxy(next); next = getPrototypeOf(next)) {
    const member = getOwnPropertyDescriptor(next, name);
    if (member) return copyMember(member);
  }
  return '';
}
