import type { Desk } from './desk.ts';
import { Ending } from './ending.tsx';
import { titleOf } from './faces.ts';
import { Trouble } from './trouble.tsx';

/** What has become of it: nothing, before the first step. */
export function Outcome({ desk }: { desk: Desk }) {
  return (
    <>
      <NotStarted desk={desk} />
      <Trouble desk={desk} />
      <Ending desk={desk} />
    </>
  );
}

/** Whoever is elsewhere has opened the link, or not even that: nothing will happen there before somebody presses Start. */
function NotStarted({ desk }: { desk: Desk }) {
  const now = desk.situation.value;
  if (now.is !== 'elsewhere' || desk.company.value || desk.live.value.health.gone) return null;
  const { pair } = desk.context;
  return (
    <p class="warning">
      {pair
        ? `${pair.partner} has not started this lab yet.`
        : `${titleOf[now.step.side]}’s window is not started yet: press Start there.`}
    </p>
  );
}
