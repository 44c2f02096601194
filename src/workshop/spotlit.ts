import { signal } from '@preact/signals';
import { limits } from '../../protocol/workshop/limits.ts';
import { createTrace, type Trace } from '../trace/trace.ts';
import type { SpotlitPart } from './line.ts';

export type Spotlit = ReturnType<typeof openSpotlit>;

/** What a console or a projector has been shown of the lab in the spotlight: each spotlight has a trace of its own. */
export function openSpotlit() {
  const shown = signal<{ id: string; trace: Trace } | undefined>(undefined);
  return {
    shown,
    /** What came before is left out: who was cut off is shown everything again. */
    take({ spotlight, entries }: SpotlitPart) {
      if (shown.peek()?.id !== spotlight)
        shown.value = { id: spotlight, trace: createTrace(() => 0, limits.trace.entries) };
      shown.peek()!.trace.take(entries);
    },
  };
}
