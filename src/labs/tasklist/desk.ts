import { signal } from '@preact/signals';
import { newId } from '../../carriers/new-id.ts';
import type { LabContext } from '../lab.ts';
import { type Attempt, beginAttempt } from './attempt.ts';
import { otherOf } from './faces.ts';
import { statusOf } from './progress.ts';
import { shownOf } from './shown.ts';
import { restOfAct } from './situation.ts';
import type { Side, Step } from './step.ts';
import { steps } from './steps.ts';

/** How long a step stays to be looked at while the list plays. */
const beatMs = 900;

export type Desk = ReturnType<typeof openDesk>;

/** What can be done with the list. */
export function openDesk(context: LabContext) {
  const { params, pair, signal: leaving } = context;
  const invited = pair?.room ?? params.get('room') ?? undefined;
  const mine = pair?.who ?? (params.get('as') === 'alice' ? 'alice' : 'bob');
  const order = signal<readonly Step[]>(steps);
  const here = signal<readonly Side[]>(invited ? [mine] : ['alice', 'bob']);
  const room = signal(invited ?? newId());
  const playing = signal(false);
  const through = signal<'server' | 'page' | undefined>(undefined);
  const attempt = signal(begin());
  const look = shownOf(attempt, context);
  const { moment, situation, now, changed } = look;

  /** With two pages there are two recordings, and each tells the other. */
  const company = signal(false);
  let together: { beginAgain(): void } | undefined;
  let apart = new AbortController();

  async function meet() {
    apart.abort();
    apart = new AbortController();
    together = undefined;
    company.value = false;
    const [me, ...others] = here.peek();
    if (!me || others.length > 0) return;
    const signal = AbortSignal.any([apart.signal, leaving]);
    const { oneTrace } = await import('./one-trace.ts');
    if (!signal.aborted)
      together = oneTrace({
        room: room.peek(),
        me,
        other: otherOf[me],
        trace: context.trace,
        signal,
        met: (isThere) => {
          if (!signal.aborted) company.value = isThere;
        },
      });
  }

  function begin(): Attempt {
    return beginAttempt(context, {
      room: room.peek(),
      here: here.peek(),
      order: order.peek(),
      changed: () => changed(),
      reached: (way) => {
        through.value = way;
      },
    });
  }

  async function takeAll(wanted: readonly Step[]) {
    moment.value = 'live';
    const { runner } = attempt.peek();
    const going = runner.takeAll(wanted);
    changed();
    await going;
    changed();
  }

  const takeAct = () => {
    const { order, here, view } = now();
    return takeAll(restOfAct(order, here, view));
  };

  const takeStep = () => takeAll(restOfAct(now().order, now().here, now().view).slice(0, 1));

  async function play() {
    playing.value = true;
    const mine = attempt.peek();
    while (playing.peek() && mine === attempt.peek() && !leaving.aborted) {
      const [step] = restOfAct(now().order, now().here, now().view);
      if (!step || situation.peek().is === 'broken') break;
      await takeAll([step]);
      await new Promise((go) => setTimeout(go, beatMs));
    }
    playing.value = false;
  }

  /** On to a step, or where it lies behind, there once more from the start. */
  async function runTo(step: Step) {
    playing.value = false;
    if (statusOf(now().view.progress, step) !== 'ahead' || situation.peek().is === 'broken') startOver();
    const mine = attempt.peek();
    // What is being taken just now is not taken twice, nor anything after it left out.
    await mine.runner.idle;
    if (mine !== attempt.peek()) return;
    const { order, here, view } = now();
    const until = order.slice(0, order.indexOf(step) + 1);
    await takeAll(
      until.filter((one) => !one.byItself && here.includes(one.side) && statusOf(view.progress, one) === 'ahead'),
    );
  }

  function startOver() {
    playing.value = false;
    attempt.peek().end();
    // Two who are apart meet again where the link leads.
    if (here.peek().length === 2) room.value = newId();
    moment.value = 'live';
    together?.beginAgain();
    attempt.value = begin();
    context.light();
  }

  function reorder(steps: readonly Step[]) {
    order.value = steps;
    startOver();
  }

  /** Another order, run until it breaks or is over. */
  function runOrder(steps: readonly Step[]) {
    reorder(steps);
    return takeAll(steps.filter(({ byItself }) => !byItself));
  }

  /** The other one's steps are taken elsewhere from now on, or here again. */
  function seat(sides: readonly Side[]) {
    here.value = sides;
    startOver();
    void meet();
  }

  void meet();

  leaving.addEventListener('abort', () => {
    playing.value = false;
    attempt.peek().end();
  });

  return {
    ...look,
    ...{ context, attempt, order, here, room, playing, through, company, isInvited: invited !== undefined },
    ...{ takeAct, takeStep, play, runTo, startOver, reorder, runOrder, seat },
    pause: () => {
      playing.value = false;
    },
  };
}
