import { signal } from '@preact/signals';
import { render } from 'preact';
import { nearbyServers } from '../../carriers/nearby-servers.ts';
import { newId } from '../../carriers/new-id.ts';
import { socketIo } from '../../carriers/socket-io.ts';
import { type Addresses, joinAddresses } from '../addresses.ts';
import './check.css';
import { type Facts, noFacts } from './facts.ts';
import { Laptop } from './laptop.tsx';
import { List } from './list.tsx';
import { awaitPhone, callLaptop, type Role } from './meet.ts';

/** One page, opened twice: without a room behind its # it is the laptop's, which gives the phone one. */
export function mount(root: HTMLElement, hash: string) {
  const role: Role = hash ? 'phone' : 'laptop';
  const room = hash || (history.state as { room?: string } | null)?.room || `check-${newId()}`;
  // A reload leads back to the same room, and the phone need not scan again.
  if (role === 'laptop') history.replaceState({ room }, '');
  const facts = signal<Facts>(noFacts);
  const addresses = signal<Addresses | undefined>(undefined);
  const trouble = signal('');
  const leaving = new AbortController();
  addEventListener('pagehide', () => leaving.abort());
  // Shown again just as it was, its seat is gone.
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

  async function meet() {
    const [reply, iceServers] = await Promise.all([
      socketIo().join({ room, name: role }, leaving.signal),
      nearbyServers(),
    ]);
    if (!reply.ok) return void (trouble.value = reply.sentence);
    const become = (change: Partial<Facts>) => (facts.value = { ...facts.value, ...change });
    return (role === 'laptop' ? awaitPhone : callLaptop)({ seat: reply.value, iceServers, become });
  }

  function Root() {
    const { port } = new URL(addresses.value?.chosen ?? location.origin);
    return (
      <div class="check">
        {trouble.value && <p role="alert">{trouble.value}</p>}
        {role === 'laptop' ? (
          <Laptop room={room} addresses={addresses} isMet={facts.value.met} />
        ) : (
          <Phone facts={facts.value} />
        )}
        <List facts={facts.value} port={port || '443'} />
      </div>
    );
  }
  // Drawn once it is known how much there is to draw: nothing jumps.
  joinAddresses().then((found) => {
    addresses.value = found;
    root.replaceChildren();
    render(<Root />, root);
  });
  meet().catch(() => {
    if (leaving.signal.aborted) return;
    trouble.value =
      'This page came, but the server does not answer it: a proxy or a filter may lie between. Load the page again.';
  });
}

const Phone = ({ facts: { met, gone } }: { facts: Facts }) => (
  <section aria-labelledby="here">
    <h2 id="here">This is the phone</h2>
    <p>
      {met && !gone
        ? 'The laptop is there too. It shows what you see below.'
        : 'The page with the code is not open any more. Open it, and this goes on.'}
    </p>
    <p>
      <button type="button" onClick={() => location.reload()}>
        Check again
      </button>
    </p>
  </section>
);
