import { reasonOf } from './patience.ts';
import { type Progress, statusOf } from './progress.ts';
import type { Situation } from './situation.ts';
import type { Step } from './step.ts';

export type Verdict = { is: 'open' | 'right' | 'wrong'; says: string; rule?: string; step?: Step };

/** What has to be taken before somebody can be told of something. */
const awaited: Readonly<Record<string, readonly string[]>> = { '11': ['8', '10'], '21': ['8', '10', '19'] };

/** What the run of an order amounts to: judged by what happened in it, and by nothing else. */
export function verdictOf(cards: readonly Step[], situation: Situation, progress: Progress): Verdict {
  const card = (step: Step) => `Card ${cards.indexOf(step) + 1}, ${step.name} (${step.who})`;
  switch (situation.is) {
    case 'broken': {
      const { step, failed, said } = situation;
      const unmet = progress[step.key]?.unmet;
      return {
        is: 'wrong',
        step,
        says: failed ? `${card(step)}, broke: ${said}` : `${card(step)}, ran, but then this was not true: ${said}`,
        rule: `${unmet ? `Must be true before it, and was not: ${unmet} ` : ''}${step.why}`,
      };
    }
    case 'running': {
      const { step } = situation;
      const isBehind = awaited[step.key]?.some((key) => statusOf(progress, { key }) === 'ahead');
      if (!isBehind) return { is: 'open', says: `${card(step)} …` };
      return {
        is: 'wrong',
        step,
        says: `${card(step)}, waits for ever. ${step.waitsFor}`,
        rule: 'That lies behind it.',
      };
    }
    case 'given-up':
      return {
        is: 'wrong',
        says: `Every card was taken, but the browser of ${situation.who} has given up.`,
        rule: reasonOf(progress),
      };
    case 'connected':
      return { is: 'right', says: 'It works: the two see each other. Your order is right.' };
    case 'finding':
      return { is: 'open', says: 'Every card is taken. The two browsers look for a way …' };
    default:
      return { is: 'open', says: 'Put the cards in order, then run it.' };
  }
}
