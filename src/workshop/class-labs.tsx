import type { ConsoleView } from '../../protocol/workshop/views.ts';
import type { Rig } from './rig.ts';

/** What holds for everybody's labs. */
export const ClassLabs = ({ rig, view }: { rig: Rig; view: ConsoleView }) => (
  <section aria-labelledby="class-labs">
    <h3 id="class-labs">Everybody’s labs</h3>
    <label class="check">
      <input
        type="checkbox"
        checked={view.isFrozen}
        onChange={({ currentTarget }) => rig.commands({ what: 'freeze', on: currentTarget.checked })}
      />
      Paused: no new steps, what runs goes on
    </label>
  </section>
);
