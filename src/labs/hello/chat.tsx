import type { ReadonlySignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './chat.css';

export type Name = 'alice' | 'bob';
export const nameOf = { alice: 'Alice', bob: 'Bob' };

export type Said = { from: Name; text: string };

type Props = {
  said: ReadonlySignal<readonly Said[]>;
  /** Who can speak: whose channel is open. */
  open: Readonly<Record<Name, boolean>>;
  onSay(from: Name, text: string): void;
};

/** What each says, and what arrived of it. Its room is kept from the start: nothing below it moves. */
export function Chat({ said, open, onSay }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const lines = said.value;
  useLayoutEffect(() => {
    list.current!.scrollTop = list.current!.scrollHeight;
  }, [lines.length]);
  return (
    <div class="chat">
      <SayForm who="alice" open={open.alice} onSay={onSay} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <ol class="lines" ref={list} aria-label="Chat" aria-live="polite" tabIndex={0}>
        {lines.map(({ from, text }, index) => (
          <li key={index} class={from}>
            <b>{nameOf[from]}</b> {text}
          </li>
        ))}
      </ol>
      <SayForm who="bob" open={open.bob} onSay={onSay} />
    </div>
  );
}

function SayForm({ who, open, onSay }: { who: Name; open: boolean; onSay: Props['onSay'] }) {
  const label = `${nameOf[who]} says`;
  return (
    <form
      class={who}
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem('text') as HTMLInputElement;
        if (field.value) onSay(who, field.value);
        field.value = '';
      }}
    >
      <input
        class="field"
        name="text"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        readOnly={!open}
        autoComplete="off"
      />
      <button type="submit" disabled={!open}>
        Say
      </button>
    </form>
  );
}
