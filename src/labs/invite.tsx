import { useEffect, useState } from 'preact/hooks';
import { askHere, type Told as Here } from '../carriers/here.ts';
import './invite.css';

const kinds = ['http', 'https'] as const;
type Kind = (typeof kinds)[number];
const says = { http: 'Plain HTTP', https: 'HTTPS' };
const costs = {
  http: 'The phone is asked nothing. It has no camera here, so it shows a synthetic picture.',
  https: 'The phone warns, since nobody it knows vouches for this server. Go on, and it may use its camera.',
};

/** How another device comes to this very lab: by a link, which a phone reads off the screen. */
export function Invite({ path }: { path: string }) {
  const [here, setHere] = useState<Here | 'asking' | undefined>('asking');
  const [kind, setKind] = useState<Kind>('http');
  const [place, setPlace] = useState(0);
  useEffect(() => void askHere().then(setHere), []);
  if (here === 'asking') return <p class="invite">Asking the server for its addresses …</p>;
  const address = here?.addresses[place];
  if (!address) return <p class="invite">{whyNot(here)}</p>;
  const chosen = address[kind] ? kind : 'http';
  const link = `${address[chosen]}${path}`;
  return (
    <section class="invite" aria-label="Open it on a phone">
      <Code link={link} />
      <div>
        <h3>Open it on a phone</h3>
        <p>It has to be in the same network. Scan this, or type the address.</p>
        <p class="choices">
          <span class="segments" role="radiogroup" aria-label="How the phone gets the page">
            {kinds
              .filter((each) => address[each])
              .map((each) => (
                <label key={each}>
                  <input type="radio" name="kind" checked={each === chosen} onChange={() => setKind(each)} />
                  {says[each]}
                </label>
              ))}
          </span>
          {here.addresses.length > 1 && (
            <select aria-label="Address" onChange={({ currentTarget }) => setPlace(currentTarget.selectedIndex)}>
              {here.addresses.map(({ http }) => (
                <option key={http}>{new URL(http).hostname}</option>
              ))}
            </select>
          )}
        </p>
        <p>{costs[chosen]}</p>
        <p>
          <a href={link} target="_blank" rel="noopener opener">
            {link}
          </a>
        </p>
      </div>
    </section>
  );
}

function whyNot(here: Here | undefined) {
  if (!here) return 'The server does not say how another device would reach it. Is it still running?';
  if (here.lan) return 'This machine is in no network just now, so no other device reaches it.';
  return (
    <>
      Trickle serves this machine alone. To let another device in, stop it, and start it with{' '}
      <code class="command">npm start -- --lan</code>
    </>
  );
}

function Code({ link }: { link: string }) {
  const [drawn, setDrawn] = useState('');
  useEffect(() => {
    void import('uqr').then(({ renderSVG }) => setDrawn(renderSVG(link, { ecc: 'M', border: 4 })));
  }, [link]);
  return <div class="code" role="img" aria-label="The link as a QR code" dangerouslySetInnerHTML={{ __html: drawn }} />;
}
