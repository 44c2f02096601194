import type { Lead } from '../../protocol/workshop/state.ts';
import type { PairView } from '../../protocol/workshop/views.ts';

/** What a page makes of where the class is. */
export type Move = 'stay' | 'go' | 'ask';

/** Where the class is led; or, `with` this learner, who is led into a lab: "Dana, Eva and you". */
export type Goal = Pick<Lead, 'nr' | 'page' | 'heading' | 'step'> & { with?: string };

const list = new Intl.ListFormat('en-GB');

/** The newest counts, of where all are led and where a pair is. */
export function goalOf(lead: Lead | null, pair: PairView | null): Goal | null {
  if (!pair?.page || (lead && lead.nr > pair.nr)) return lead;
  return { nr: pair.nr, page: pair.page, with: list.format([...pair.partners.map(({ name }) => name), 'you']) };
}

type Here = { page: string; follows: boolean; led: number; isLabRunning: boolean };

/** Each goal is followed once: whoever goes elsewhere afterwards is left alone. A lab that runs is never taken away unasked. */
export function moveFor(goal: Goal | null, { page, follows, led, isLabRunning }: Here): Move {
  if (!goal || !follows || goal.nr <= led) return 'stay';
  if (goal.page === page) return 'go';
  return isLabRunning ? 'ask' : 'go';
}

/** A step stands in a lab, wherever that is on its page. */
export const anchorOf = ({ heading, step }: Goal) => heading ?? (step === undefined ? undefined : 'the-steps');

export function addressOf(goal: Goal): string {
  const anchor = anchorOf(goal);
  return anchor ? `${goal.page}#${encodeURIComponent(anchor)}` : goal.page;
}
