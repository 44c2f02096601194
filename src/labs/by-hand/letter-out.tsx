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

function Code({ to, what, letter, onCarry }: CodeProps) {
  const [open, setOpen] = useState(false);
  const [drawn, setDrawn] = useState('');
  useEffect(() => {
    if (!open) return;
    const page = `${location.origin}/labs/by-hand/?as=${to}`;
    Promise.all([import('./letter-link.ts'), import('uqr')]).then(async ([{ linkWith }, { renderSVG }]) =>
      setDrawn(renderSVG(await linkWith(page, letter), { ecc: 'L', border: 4 })),
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
      {['localhost', '127.0.0.1'].includes(location.hostname) && (
        <p>
          Another device cannot open <code>localhost</code>. <a href="/trust/">Your devices and HTTPS</a> says under
          which address this machine can be reached.
        </p>
      )}
      <div class="code" role="img" aria-label={`${what} as a QR code`} dangerouslySetInnerHTML={{ __html: drawn }} />
    </details>
  );
}
