import { noServer } from '../../carriers/no-server.ts';
import type { Desk } from './desk.ts';
import { ruleOf } from './orders.ts';
import { reasonOf } from './patience.ts';
import { steps } from './steps.ts';

/** What went wrong, which rule it broke, and the way back. */
export function Trouble({ desk }: { desk: Desk }) {
  const now = desk.then.value;
  const { lost, gone } = desk.shown.value.health;
  if (lost.length > 0) {
    return (
      <section class="trouble" aria-label="Trouble">
        <p>
          The line to the server is lost. What was said is kept, and the page tries again by itself. What the two
          browsers have found without it goes on.
        </p>
      </section>
    );
  }
  if (now.is === 'broken') {
    const { unmet } = desk.shown.value.progress[now.step.key]!;
    // A browser that has no camera, or a server that is gone, has nothing to do with what comes before what.
    const isOfTheOrder = !now.failed || unmet !== undefined || now.said.startsWith('InvalidStateError');
    const isUsual = desk.attempt.value.order === steps;
    return (
      <section class="trouble" aria-label="Trouble">
        {now.said.includes(noServer) && <p>The server cannot be reached. Start it, and then start over here.</p>}
        {isOfTheOrder && (
          <p>
            <b>The rule.</b> {ruleOf(desk.attempt.value.order) ?? now.step.why}
          </p>
        )}
        {unmet && (
          <p>
            <b>This had to be true first:</b> {unmet}
          </p>
        )}
        <p class="ways">
          <button type="button" onClick={() => desk.reorder(steps)}>
            {isUsual ? 'Start over' : 'Start over in the right order'}
          </button>
        </p>
      </section>
    );
  }
  if (gone && desk.here.value.length === 1) {
    return (
      <section class="trouble" aria-label="Trouble">
        <p>
          {gone === 'alice' ? 'Alice' : 'Bob'} has left the room. What was recorded stays.
          {!desk.company.value && ' To go on, press Start there again, and here start over.'}
        </p>
        <p class="ways">
          <button type="button" onClick={() => desk.runTo(lastTaken(desk))}>
            Start over to here
          </button>
        </p>
      </section>
    );
  }
  if (now.is === 'given-up') {
    return (
      <section class="trouble" aria-label="Trouble">
        <p>{reasonOf(desk.shown.value.progress)} Nothing heals that but a new start.</p>
        <p class="ways">
          <button type="button" onClick={() => desk.runTo(lastTaken(desk))}>
            Run again to here
          </button>
        </p>
      </section>
    );
  }
  return null;
}

function lastTaken({ attempt, live }: Desk) {
  const { order, here } = attempt.value;
  const mine = order.filter(({ byItself, side }) => !byItself && here.includes(side));
  return mine.findLast(({ key }) => live.value.progress[key]) ?? mine[0]!;
}
