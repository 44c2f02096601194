import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type Name, nameOf } from './chat.tsx';
import type { Letter } from './mailbox.ts';
import './post.css';

/** The messages on their way, for the learner to pass on, in whatever order they please. */
export function Post({ held }: { held: Signal<readonly Letter[]> }) {
  const pass = (letters: readonly Letter[]) => {
    held.value = held.value.filter((letter) => !letters.includes(letter));
    for (const { deliver } of letters) deliver();
  };
  const from = (who: Name) => held.value.filter((letter) => letter.from === who);
  return (
    <section class="post" aria-label="Waiting to be passed on">
      <Pile from="alice" to="bob" letters={from('alice')} onPass={pass} />
      <Pile from="bob" to="alice" letters={from('bob')} onPass={pass} />
    </section>
  );
}

type PileProps = { from: Name; to: Name; letters: readonly Letter[]; onPass(letters: readonly Letter[]): void };

function Pile({ from, to, letters, onPass }: PileProps) {
  const id = useId();
  return (
    <div class="pile">
      <header>
        <span id={id}>
          <b class={from}>{nameOf[from]}</b> to <b class={to}>{nameOf[to]}</b>
        </span>
        <button type="button" class="plain small" disabled={letters.length === 0} onClick={() => onPass(letters)}>
          Pass all on
        </button>
      </header>
      <ol aria-labelledby={id} aria-live="polite">
        {letters.map((letter) => (
          <li key={letter.mail}>
            {contents(letter)}
            <button type="button" class="small" onClick={() => onPass([letter])}>
              Pass on
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function contents({ name, body }: Letter) {
  if (name !== 'candidate') return name;
  const { candidate } = Object(body) as RTCIceCandidateInit;
  // Firefox says the end of each section with an empty one.
  if (!candidate) return 'no more candidates';
  const [, , protocol, , , port, , type] = candidate.split(' ');
  return `candidate, ${type}, ${protocol!.toLowerCase()} port ${port}`;
}
