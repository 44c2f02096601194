import { acts } from './acts.ts';
import { hasGivenUp, isConnected } from './health.ts';
import { brokenAt, nextOf, statusOf } from './progress.ts';
import type { Act, Side, Step } from './step.ts';
import type { View } from './view.ts';

/** Where things stand: what the one sentence says, and what the one button would do. */
export type Situation =
  | { is: 'ready'; act: Act; step: Step; begun: boolean }
  | { is: 'elsewhere'; step: Step }
  | { is: 'running'; step: Step }
  | { is: 'broken'; step: Step; failed: boolean; said: string }
  | { is: 'given-up'; who: Side }
  | { is: 'finding' }
  | { is: 'connected' };

export function situationOf(order: readonly Step[], here: readonly Side[], { progress, health }: View): Situation {
  const broken = brokenAt(order, progress);
  if (broken) {
    const { status, said = broken.after.says } = progress[broken.key]!;
    return { is: 'broken', step: broken, failed: status === 'failed', said };
  }
  const who = hasGivenUp(health);
  if (who) return { is: 'given-up', who };
  const running = order.find((step) => !step.byItself && statusOf(progress, step) === 'running');
  if (running) return { is: 'running', step: running };
  const step = nextOf(order, progress);
  if (!step) return isConnected(health) && hasArrived(order, here, progress) ? { is: 'connected' } : { is: 'finding' };
  if (!here.includes(step.side)) return { is: 'elsewhere', step };
  const act = acts.find(({ key }) => key === step.act)!;
  const begun = order.some((other) => other.act === step.act && statusOf(progress, other) !== 'ahead');
  return { is: 'ready', act, step, begun };
}

/** Whoever sits here sees the other. */
const hasArrived = (order: readonly Step[], here: readonly Side[], progress: View['progress']) =>
  order
    .filter(({ key, side }) => key.endsWith('-sees') && here.includes(side))
    .every((step) => statusOf(progress, step) === 'done');

/** The sentence of a situation. */
export function sentenceOf(situation: Situation): string {
  switch (situation.is) {
    case 'ready':
      return situation.begun ? situation.step.tells : situation.act.tells;
    case 'elsewhere':
      return `It is the turn of ${situation.step.side === 'bob' ? 'Bob' : 'Alice'}: ${nameOf(situation.step)}.`;
    case 'running':
      return situation.step.waitsFor ?? situation.step.tells;
    case 'broken':
      return situation.failed
        ? `${nameOf(situation.step)} went wrong. ${situation.said}`
        : `${nameOf(situation.step)} ran, but this is not true now: ${situation.said}`;
    case 'given-up':
      return `The browser of ${situation.who === 'bob' ? 'Bob' : 'Alice'} has given up this connection: connectionState is failed.`;
    case 'finding':
      return 'The two browsers try every pair of addresses, until one works.';
    case 'connected':
      return 'Connected. Picture and sound go from browser to browser.';
  }
}

/** 'Step 6, setLocalDescription'. */
export const nameOf = ({ key, name }: Pick<Step, 'key' | 'name'>) =>
  /^\d/.test(key) ? `Step ${Number.parseInt(key, 10)}, ${name}` : name;

/** The steps of this page that are left of the act that comes next. */
export function restOfAct(order: readonly Step[], here: readonly Side[], view: View): Step[] {
  const step = nextOf(order, view.progress);
  if (!step) return [];
  const rest = order.filter((other) => !other.byItself && statusOf(view.progress, other) === 'ahead');
  const until = rest.findIndex((other) => other.act !== step.act || !here.includes(other.side));
  return until < 0 ? rest : rest.slice(0, until);
}
