import type { Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { AddressChoice } from '../address-choice.tsx';
import type { Addresses } from '../addresses.ts';
import { Qr } from '../qr.tsx';

/** After so long without anybody, something is in the way. */
const patienceMs = 20_000;

type Props = { room: string; addresses: Signal<Addresses | undefined>; isMet: boolean };

export function Laptop({ room, addresses, isMet }: Props) {
  const known = addresses.value;
  if (!known) return null;
  const { chosen } = known;
  const link = `${chosen}/workshop/check/#${room}`;
  const isAlone = /^https?:\/\/(localhost|127\.|\[::1\])/.test(chosen);
  return (
    <section class="laptop" aria-labelledby="open">
      <h2 id="open">Open this page on a phone</h2>
      {isAlone ? (
        <p>
          Trickle serves this machine alone, or it is in no network. To let the room in, connect it, stop Trickle, and
          start it with <code class="command">npm start -- --lan</code> Until then{' '}
          <a href={link} target="_blank" rel="noopener">
            another window
          </a>{' '}
          can play the phone.
        </p>
      ) : (
        <>
          <p>Use the Wi-Fi that the class will use, and the machine that will be the server.</p>
          <Qr text={link} />
          <p>
            <a class="address" href={link} target="_blank" rel="noopener">
              {link}
            </a>
          </p>
          <AddressChoice addresses={known} onChoose={(chosen) => (addresses.value = chosen)} />
          {!isMet && <NobodyComes port={new URL(chosen).port || '443'} />}
        </>
      )}
    </section>
  );
}

/** What the phone shows tells more than that nobody comes. */
function NobodyComes({ port }: { port: string }) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOpen(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Nobody comes? What does the phone show?</summary>
      <dl>
        <dt>It loads and loads, and then could not reach the page</dt>
        <dd>
          Nothing gets through. First the firewall of this machine: let it accept port {port}, TCP and UDP, from the
          local network, or switch it off for a minute to see. If that changes nothing, the Wi-Fi keeps its devices
          apart (client isolation): take one that is not for guests, or a router of your own.
        </dd>
        <dt>It is refused at once</dt>
        <dd>
          The phone has reached a machine, and nothing listens there. Choose another address, or start Trickle again.
        </dd>
        <dt>A page wants it to sign in, or to accept terms</dt>
        <dd>A captive portal. Sign in on the phone, and scan again. The class will have to do the same.</dd>
        <dt>“No internet”, or it shows nothing of the kind</dt>
        <dd>It may have gone back to mobile data. Turn that off, and stay in the Wi-Fi when it asks.</dd>
        <dt>It warns of the certificate</dt>
        <dd>
          That is to be expected with <code>https://</code>: go on, as told at <a href="/trust/">Devices and HTTPS</a>.
        </dd>
      </dl>
    </details>
  );
}
