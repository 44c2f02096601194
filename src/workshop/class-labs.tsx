import type { ConsoleView } from '../../protocol/workshop/views.ts';
import type { Profile } from '../../protocol/workshop.ts';
import type { Rig } from './rig.ts';

/** What a room full of calls can bear. */
const small: Profile = { silent: true, width: 320, height: 240, kbitPerSecond: 150 };

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
    <label class="check">
      <input
        type="checkbox"
        checked={view.profile !== null}
        onChange={({ currentTarget }) =>
          rig.commands({ what: 'setProfile', profile: currentTarget.checked ? small : null })
        }
      />
      Small and silent: 320×240, 150 kbit/s, no sound
    </label>
  </section>
);
