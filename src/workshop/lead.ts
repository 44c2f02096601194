import type { Lead } from '../../protocol/workshop/state.ts';

/** What a page makes of where the class is. */
export type Move = 'stay' | 'go' | 'ask';

type Here = { page: string; follows: boolean; led: number; isLabRunning: boolean };

/** Each lead is followed once: whoever goes elsewhere afterwards is left alone. A lab that runs is never taken away unasked. */
export function moveFor(lead: Lead | null, { page, follows, led, isLabRunning }: Here): Move {
  if (!lead || !follows || lead.nr <= led) return 'stay';
  if (lead.page === page) return 'go';
  return isLabRunning ? 'ask' : 'go';
}

export const addressOf = ({ page, heading }: Lead) => (heading ? `${page}#${encodeURIComponent(heading)}` : page);
