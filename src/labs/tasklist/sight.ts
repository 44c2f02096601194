import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

export type Sight = ReturnType<typeof newSight>;

/** What is open of the list, at which step a class is, and what stands above it all. */
export const newSight = () => ({
  isOpen: signal(false),
  acts: signal<readonly string[]>([]),
  step: signal<string | undefined>(undefined),
  led: signal<string | undefined>(undefined),
  notice: signal<ComponentChildren>(undefined),
});
