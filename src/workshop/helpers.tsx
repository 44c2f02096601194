import { useState } from 'preact/hooks';
import type { ConsoleView } from '../../protocol/workshop/views.ts';
import { joinAddresses } from './addresses.ts';
import { Qr } from './qr.tsx';
import type { Rig } from './rig.ts';

/** Who goes to raised hands besides the instructor, and how one more comes. */
export function Helpers({ rig, view: { consoles } }: { rig: Rig; view: ConsoleView }) {
  const [link, setLink] = useState('');
  const helpers = consoles.filter(({ role }) => role === 'helper');
  async function invite() {
    const [reply, addresses] = await Promise.all([
      rig.ask<{ pass: string }>('invite', { role: 'helper' }),
      joinAddresses(),
    ]);
    if (reply?.ok) setLink(`${addresses?.chosen ?? location.origin}/workshop/#${reply.value.pass}`);
  }
  return (
    <section aria-labelledby="helpers">
      <h3 id="helpers">Helpers</h3>
      {helpers.length > 0 && (
        <ul>
          {helpers.map(({ console, name, awaySince }) => (
            <li key={console}>
              <bdi>{name}</bdi>
              {awaySince !== undefined && <small> not here</small>}
            </li>
          ))}
        </ul>
      )}
      {link ? (
        <>
          <p>
            Whoever opens the{' '}
            <a href={link} target="_blank" rel="noreferrer">
              helper’s link
            </a>{' '}
            sees the class and goes to raised hands, and can do nothing else.
          </p>
          <Qr text={link} />
          <button type="button" onClick={() => setLink('')}>
            Put it away
          </button>
        </>
      ) : (
        <button type="button" onClick={invite}>
          Invite a helper
        </button>
      )}
    </section>
  );
}
