import type { Step } from './step.ts';
import { steps } from './steps.ts';
import { listenTooLate, makeAConnectionAndDoNotListen } from './too-late.ts';

/** An order that somebody might think of, and the rule that it breaks. */
export type Order = { key: string; title: string; rule: string; steps: readonly Step[] };

const at = (key: string) => steps.find((step) => step.key === key)!;
const without = (...keys: string[]) => steps.filter(({ key }) => !keys.includes(key));

/** The same steps, with some of them right behind another. */
function behind(other: string, ...keys: string[]): readonly Step[] {
  const rest = without(...keys);
  return rest.toSpliced(rest.findIndex(({ key }) => key === other) + 1, 0, ...keys.map(at));
}

const again: Step = { ...at('22'), key: '22-again', tells: 'Alice sets his answer once more.' };
const { region: _, ...second } = at('2');
const deaf: Step = {
  ...second,
  key: '2-deaf',
  run: makeAConnectionAndDoNotListen,
  tells: 'Alice makes her end of the connection. Nobody listens to it yet.',
  after: at('3').after,
};
const late: Step = {
  ...at('2'),
  key: 'late',
  act: 'way',
  name: 'listen',
  region: 'listen',
  run: listenTooLate,
  tells: 'Alice begins to listen.',
};

/** Wrong on purpose: each shows where a browser says no, or says nothing where something should be. */
export const wrongOrders: readonly Order[] = [
  {
    key: '15-16-17',
    title: '15, 16, 17, as the list has them',
    rule: 'An answer answers an offer, and Bob’s connection knows of none until 17 has set it.',
    steps: behind('16', '17', 'hand-over', 'add'),
  },
  {
    key: 'candidate-first',
    title: 'A candidate before the description',
    rule: 'A candidate is an address for a section of a description: set the description, then add candidates.',
    steps: behind('14', 'hand-over', 'add'),
  },
  {
    key: 'no-track',
    title: 'No track before the offer',
    rule: 'An offer describes what the connection has at that moment. With nothing to send there is nothing to offer.',
    steps: behind('5', '4'),
  },
  {
    key: 'forgotten',
    title: 'setLocalDescription forgotten',
    rule: 'An offer that was never set has not been made, whoever has read it: there is nothing for the answer to answer.',
    steps: without('6'),
  },
  {
    key: 'sent-first',
    title: 'The offer sent before it is set',
    rule: 'Set it, then send it. An answer may be quicker than you, and finds no offer to belong to.',
    steps: behind('22', '6'),
  },
  {
    key: 'twice',
    title: 'The answer given twice',
    rule: 'One offer, one answer. After it the state is stable, and no answer is due any more.',
    steps: steps.flatMap((step) => (step.key === '22' ? [step, again] : [step])),
  },
  {
    key: 'late',
    title: 'Listeners attached too late',
    rule: 'Events are told once, to whoever listens then. Attach listeners right where the connection is made.',
    steps: steps.flatMap((step) => (step.key === '2' ? [deaf] : step.key === '22' ? [step, late] : [step])),
  },
];

export const ruleOf = (order: readonly Step[]) => wrongOrders.find(({ steps }) => steps === order)?.rule;
