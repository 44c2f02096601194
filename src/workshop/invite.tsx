import { useComputed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { ConsoleView } from '../../protocol/workshop/views.ts';
import { AddressChoice } from './address-choice.tsx';
import { type Addresses, joinAddresses, joinLink } from './addresses.ts';
import { Qr } from './qr.tsx';
import type { Opened } from './rig.ts';
import { forgetUnwritten } from './unwritten.ts';

/** How the class comes in, and what only the instructor may see of it. */
export function Invite({ opened: { rig, recovery }, view }: { opened: Opened; view: ConsoleView }) {
  const [addresses, setAddresses] = useState<Addresses | undefined>();
  const isEmpty = useComputed(() => rig.cards.value.length === 0).value;
  const [isOpen] = useState(view.lead === null);
  const [isWritten, setWritten] = useState(recovery === undefined);
  useEffect(() => void joinAddresses().then(setAddresses), []);
  if (!addresses) return null;
  const { chosen } = addresses;
  const link = joinLink(chosen, view.code, rig.invitation.value);
  return (
    <section class="invite" aria-label="Invitation">
      <h3>
        Code <b class="code">{view.code}</b>
      </h3>
      <p>
        at <b class="address">{chosen.replace(/^https?:\/\//, '')}/join/</b>, or by the{' '}
        <a href={link} target="_blank" rel="noreferrer">
          invitation link
        </a>
        .
      </p>
      {/* Once they have come, it lies in the way of what is pressed every few minutes. */}
      <details open={isOpen}>
        <summary>QR code</summary>
        <Qr text={link} />
        <AddressChoice addresses={addresses} onChoose={setAddresses} />
      </details>
      {rig.stagePass.value && (
        <p>
          <a
            class={`button ${isEmpty ? 'strong' : ''}`}
            href={`/workshop/stage/#${rig.stagePass.value}`}
            target="_blank"
            rel="noreferrer"
          >
            Open the projector page
          </a>
        </p>
      )}
      {!isWritten && (
        <div class="recovery">
          <p>
            Write this down: with it you take the workshop over in another browser. This tab alone shows it, until you
            have; the key itself stays in this browser.
          </p>
          <p>
            <b class="code">{recovery}</b>
          </p>
          <button
            type="button"
            onClick={() => {
              forgetUnwritten();
              setWritten(true);
            }}
          >
            Written down
          </button>
        </div>
      )}
    </section>
  );
}
