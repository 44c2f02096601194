import { useEffect, useId, useState } from 'preact/hooks';
import type { Reading } from './read-letter.ts';

type Props = { what: string; act: string; brought?: string; onTake(text: string): Promise<Reading> };

/** Where a letter is put down. What was put down is read before any browser is asked to take it. */
export function LetterIn({ what, act, brought = '', onTake }: Props) {
  const [text, setText] = useState('');
  const [word, setWord] = useState('');
  const id = useId();
  useEffect(() => {
    if (brought) unpacked(brought).then(setText);
  }, [brought]);
  return (
    <form
      class="letter"
      onSubmit={async (event) => {
        event.preventDefault();
        const reading = await onTake(await unpacked(text));
        setWord('refused' in reading ? reading.refused : (reading.doubt ?? ''));
      }}
    >
      <label for={id}>{what}</label>
      <textarea
        id={id}
        rows={4}
        spellcheck={false}
        autoComplete="off"
        placeholder="Paste it here"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setWord('');
        }}
      />
      <p class="word" role="status">
        {word}
      </p>
      <button type="submit">{act}</button>
    </form>
  );
}

const unpacked = async (pasted: string) => (await import('./letter-link.ts')).unpack(pasted);
