import { useState } from 'preact/hooks';
import type { ConsoleView } from '../../protocol/workshop/views.ts';
import { joinAddresses } from './addresses.ts';
import { Qr } from './qr.tsx';
import type { Rig } from './rig.ts';

const kinds = {
  helper: {
    button: 'Invite a helper',
    link: 'helper’s link',
    says: 'sees the class and goes to raised hands, and can do nothing else.',
  },
  instructor: {
    button: 'Invite a second instructor',
    link: 'instructor’s link',
    says: 'sees the class, and leads it when whoever leads has handed over. The recovery code stays yours alone.',
  },
} as const;
type Kind = keyof typeof kinds;

/** Who else is at a console, what they do there, and how one more comes. */
export function Helpers({ rig, view: { consoles, driver } }: { rig: Rig; view: ConsoleView }) {
  const [invited, setInvited] = useState<{ kind: Kind; link: string }>();
  const others = consoles.filter(({ console, role }) => role !== 'stage' && console !== rig.me.value);
  async function invite(kind: Kind) {
    const [reply, addresses] = await Promise.all([
      rig.ask<{ pass: string }>('invite', { role: kind }),
      joinAddresses(),
    ]);
    if (reply?.ok) setInvited({ kind, link: `${addresses?.chosen ?? location.origin}/workshop/#${reply.value.pass}` });
  }
  return (
    <section aria-labelledby="helpers">
      <h3 id="helpers">Helpers</h3>
      {others.length > 0 && (
        <ul>
          {others.map(({ console, role, name, awaySince }) => (
            <li key={console}>
              <bdi>{name}</bdi>
              {role === 'instructor' && <small> {console === driver ? 'leads' : 'instructor'}</small>}
              {awaySince !== undefined && <small> not here</small>}
            </li>
          ))}
        </ul>
      )}
      {invited ? (
        <>
          <p>
            Whoever opens the{' '}
            <a href={invited.link} target="_blank" rel="noreferrer">
              {kinds[invited.kind].link}
            </a>{' '}
            {kinds[invited.kind].says}
          </p>
          <Qr text={invited.link} />
          <button type="button" onClick={() => setInvited(undefined)}>
            Put it away
          </button>
        </>
      ) : (
        <div class="line">
          {(Object.keys(kinds) as Kind[]).map((kind) => (
            <button key={kind} type="button" onClick={() => invite(kind)}>
              {kinds[kind].button}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
