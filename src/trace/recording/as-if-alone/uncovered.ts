import type { Entry } from '../../../../protocol/entry.ts';
import { interfaces } from './interfaces.ts';

/** The methods and events of this browser that are in no entry. */
export function uncovered(entries: readonly Entry[]): string[] {
  const isEvent = ({ what }: Entry) => what === 'event' || what === 'received';
  const seen = new Set(entries.map((entry) => (isEvent(entry) ? `on${entry.name}` : entry.name)));
  return interfaces().flatMap(({ name, prototype }) =>
    Object.entries(Object.getOwnPropertyDescriptors(prototype))
      .filter(([key, { value }]) => key.startsWith('on') || (typeof value === 'function' && key !== 'constructor'))
      .filter(([key]) => !seen.has(key))
      .map(([key]) => `${name}.${key}`),
  );
}
