import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Rig } from './rig.ts';

export type Person = { seat: string; name: string; isHere: boolean };

/** Who is in the class. What they do meanwhile draws nothing again that shows no more than this. */
export function usePeople(rig: Rig): readonly Person[] {
  const last = useRef<readonly Person[]>([]);
  return useComputed(() => {
    const people = rig.cards.value.map(({ seat, name, awaySince }) => ({ seat, name, isHere: awaySince === null }));
    if (JSON.stringify(people) !== JSON.stringify(last.current)) last.current = people;
    return last.current;
  }).value;
}
