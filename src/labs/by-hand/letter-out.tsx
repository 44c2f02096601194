import { useEffect, useState } from 'preact/hooks';
import { CopyText } from '../../views/copy-text.tsx';
import { nameOf, type Side, type Writing } from './desk.ts';
import { candidatesOf } from './letter.ts';

type Props = { who: Side; writing: Writing; onCarry(): void };

/** A letter to be carried: as text, or as a code that the other's camera reads. */
export function LetterOut({ who, writing: { letter, isWhole }, onCarry }: Props) {
  const text = JSON.stringify(letter);
  const what = `${nameOf[who]}’s ${letter.type}`;
  const found = candidatesOf(letter.sdp);
  return (
    <div class="letter">
      <p>
        <b>{what}</b>, with {found} {found === 1 ? 'address' : 'addresses'}
        {isWhole ? '. It is whole: carry it over.' : ' so far. It grows with each that is found.'}
      </p>
      <textarea
        readOnly
        rows={4}
        spellcheck={false}
        value={text}
        aria-label={what}
        onFocus={(event) => event.currentTarget.select()}
        onCopy={onCarry}
      />
      <div class="ways">
        <CopyText
          what={what}
          lines={() => {
            onCarry();
            return [text];
          }}
        />
        {isWhole && <Code to={who === 'alice' ? 'bob' : 'alice'} {...{ what, letter, onCarry }} />}
      </div>
    </div>
  );
}

type CodeProps = { to: Side; what: string; letter: Writing['letter']; onCarry(): void };

/** That of this machine alone: another device that reads it would look for the page on itself. */
const isLocal = ({ hostname }: URL | Location) => ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The page of the other side, at an address where their device finds it, if there is any. */
async function pageOf(to: Side) {
  const { askHere } = await import('../../carriers/here.ts');
  const [address] = (isLocal(location) && (await askHere())?.addresses) || [];
  return new URL(`/labs/by-hand/?as=${to}`, address?.http ?? location.origin);
}

function Code({ to, what, letter, onCarry }: CodeProps) {
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState<{ drawn: string; page: URL }>();
  useEffect(() => {
    if (!open) return;
    Promise.all([pageOf(to), import('./letter-link.ts'), import('uqr')]).then(
      async ([page, { linkWith }, { renderSVG }]) =>
        setCode({ page, drawn: renderSVG(await linkWith(page.href, letter), { ecc: 'L', border: 4 }) }),
    );
  }, [open, to, letter]);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open) onCarry();
      }}
    >
      <summary>As a QR code</summary>
      {code && isLocal(code.page) && (
        <p>
          It leads to this machine alone. To let another device in, stop Trickle, and start it with{' '}
          <code class="command">npm start -- --lan</code>
        </p>
      )}
      <div
        class="code"
        role="img"
        aria-label={`${what} as a QR code`}
        dangerouslySetInnerHTML={{ __html: code?.drawn ?? '' }}
      />
    </details>
  );
}
