import { limits } from '../../protocol/workshop/limits.ts';
import type { ConsoleView } from '../../protocol/workshop/views.ts';
import { answersText, Bars } from './bars.tsx';
import { Countdown } from './countdown.tsx';
import type { Rig } from './rig.ts';

/** One instructor leads. Another can ask for it, has it handed over, and takes it where whoever led is gone. */
export function Wheel({ rig, view }: { rig: Rig; view: ConsoleView }) {
  const { driver, askedForWheel, consoles } = view;
  const me = rig.me.value;
  const consoleOf = (id: string | null) => consoles.find(({ console }) => console === id);
  // Whoever comes first is about to.
  if (driver === null) return null;
  if (driver === me) {
    const asking = consoleOf(askedForWheel);
    if (!asking || asking.awaySince !== undefined) return null;
    return (
      <p class="wheel" role="alert">
        <bdi>{asking.name}</bdi> asks to lead.{' '}
        <button type="button" onClick={() => rig.commands({ what: 'handOver', console: asking.console })}>
          Hand over to {asking.name}
        </button>
      </p>
    );
  }
  const { name = 'Another console', awaySince = undefined } = consoleOf(driver) ?? {};
  const isGone = awaySince !== undefined && rig.clock.value - awaySince >= limits.wheelMs;
  return (
    <p class="wheel">
      <span role="status">
        <bdi>{name}</bdi> leads{awaySince === undefined ? '.' : ', and is not connected just now.'}
        {!isGone && askedForWheel === me && ' You have asked to lead.'}
      </span>{' '}
      {isGone ? (
        <button type="button" onClick={() => rig.commands({ what: 'drive' })}>
          Lead from here
        </button>
      ) : (
        askedForWheel !== me && (
          <button type="button" onClick={() => rig.commands({ what: 'askForWheel' })}>
            Ask to lead
          </button>
        )
      )}
    </p>
  );
}

/** What goes on, for an instructor who does not lead: the same, to look at. */
export function WhatGoesOn({ rig, view: { vote, countdown, isFrozen } }: { rig: Rig; view: ConsoleView }) {
  return (
    <section class="votes" aria-labelledby="goes-on">
      <h3 id="goes-on">What goes on</h3>
      <p>
        Who leads takes the class along, pairs it, asks it, stops its time and its labs, and ends it. You go to hands,
        say something to all or to one, lock the room, and take somebody out.
      </p>
      {isFrozen && <p>The labs are paused.</p>}
      {countdown && <Countdown countdown={countdown} now={rig.now} />}
      {vote && (
        <>
          <p class="question">{vote.question}</p>
          <p>{answersText(vote)}.</p>
          <Bars vote={vote} />
        </>
      )}
    </section>
  );
}
