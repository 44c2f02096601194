import { command } from './workshop/commands.ts';
import { happen } from './workshop/events.ts';
import * as people from './workshop/people.ts';
import { done, refuse } from './workshop/refusal.ts';
import {
  type Input,
  type InputOf,
  type Learner,
  type Ruling,
  type Step,
  type Workshop,
  withLearner,
} from './workshop/state.ts';
import * as wheel from './workshop/wheel.ts';

// #region roster
/** One workshop and one input: what becomes of the workshop, and what the sender is answered. */
export function roster(workshop: Workshop, input: Input): Step {
  const ruling = decide(workshop, input);
  const isRefused = 'reason' in ruling;
  const state = isRefused ? note(workshop, input) : ruling;
  const me = isRefused ? undefined : state.learners.get(input.by.id);
  const value = me && { seat: me.seat, name: me.name };
  return { state, tell: [{ to: input.by.id, reply: isRefused ? refuse(ruling) : done(value) }] };
}
// #endregion roster

function decide(workshop: Workshop, input: Input): Ruling {
  switch (input.what) {
    case 'opened':
      return people.open(workshop, input);
    case 'rekeyed':
      return wheel.changeLocks(workshop, input);
    case 'joined':
      return people.join(workshop, input);
    case 'consoleOpened':
      return wheel.openConsole(workshop, input);
    case 'consoleLost':
      return wheel.loseConsole(workshop, input);
    case 'restarted':
      return people.loseEverybody(workshop, input);
    case 'commanded':
      return command(workshop, input);
    default:
      return learn(workshop, input);
  }
}

type OfLearner = InputOf<'cameBack' | 'worded' | 'movedIn' | 'connectionLost' | 'did'>;

function learn(workshop: Workshop, input: OfLearner): Ruling {
  const me = workshop.learners.get(input.by.id);
  if (!me) return { reason: workshop.removed.has(input.by.id) ? 'removed' : 'not-here' };
  switch (input.what) {
    case 'cameBack':
      return people.comeBack(workshop, input, me);
    case 'connectionLost':
      return people.lose(workshop, input, me);
    case 'worded':
      return people.word(workshop, input, me);
    case 'movedIn':
      return people.moveIn(workshop, input, me);
    case 'did':
      return does(workshop, input, me);
  }
}

// #region once
/** Whoever doubts that something arrived sends it again: a number of a queue is applied once. */
const isRepeated = ({ sources }: Learner, { source, nr }: InputOf<'did'>) => nr <= (sources.get(source) ?? 0);

function does(workshop: Workshop, input: InputOf<'did'>, me: Learner): Ruling {
  if (isRepeated(me, input)) return workshop;
  if (workshop.endedAt !== undefined) return { reason: 'ended' };
  const noted = people.withNoted(me, input);
  const ruling = happen(workshop, input, noted);
  return 'reason' in ruling || ruling.learners !== workshop.learners ? ruling : withLearner(ruling, noted);
}

/** What was refused has been dealt with as well, and its double is not another try. */
function note(workshop: Workshop, input: Input): Workshop {
  const me = input.what === 'did' ? workshop.learners.get(input.by.id) : undefined;
  return me && workshop.endedAt === undefined ? people.noted(workshop, me, input as InputOf<'did'>) : workshop;
}
// #endregion once
