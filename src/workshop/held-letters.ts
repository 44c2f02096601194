import type { DeskView } from '../../protocol/messages.ts';

/** Something that waits to be passed on: one message, or the candidates of one that came right after each other. */
export type Waiting = { upTo: number; from: string; to: string; what: string; count: number };

/** What lies on the desk, as it is passed on: candidates come in dozens, and nobody presses a button for each. */
export function waitingIn(desk: DeskView): Waiting[] {
  const all: Waiting[] = [];
  for (const { nr, from, to, what } of desk) {
    const last = all.at(-1);
    const isMore = what === 'candidateFound' && last?.what === what && last.from === from && last.to === to;
    if (isMore) all[all.length - 1] = { ...last, upTo: nr, count: last.count + 1 };
    else all.push({ upTo: nr, from, to, what, count: 1 });
  }
  return all;
}

const nameOf = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** "Alice’s offer to Bob" */
export function sayWaiting({ from, to, what, count }: Waiting): string {
  const whose = `${nameOf(from) || 'Somebody'}’s`;
  return `${whose} ${wordFor(what, count)} to ${nameOf(to)}`;
}

function wordFor(what: string, count: number): string {
  if (what === 'candidateFound') return count === 1 ? 'candidate' : `${count} candidates`;
  if (what === 'offerWaiting') return 'offer';
  if (what === 'answered') return 'answer';
  return what === 'offerWithdrawn' ? 'word that the offer is taken back,' : 'word that it is over,';
}
