import { useState } from 'preact/hooks';
import { newId } from '../carriers/new-id.ts';
import type { KeptHelper } from './kept.ts';
import { NameField } from './name-field.tsx';

/** Whoever was handed a link of a helper or an instructor says what the class is to call them. */
export function HelpDoor({ pass, open }: { pass: string; open(helper: KeptHelper): void }) {
  const [name, setName] = useState('');
  function come(event: Event) {
    event.preventDefault();
    open({ code: '', pass, console: newId() + newId(), name });
  }
  return (
    <div class="start help">
      <form onSubmit={come}>
        <p>
          You were asked to help in this workshop, or to lead it together with others: you see where everybody is, and
          go to those who raise a hand.
        </p>
        <NameField name={name} onName={setName} />
        <button type="submit" class="strong">
          Come in
        </button>
      </form>
    </div>
  );
}

/** A pass stands behind the #, and nowhere for longer than it takes to read it. */
export function takePass(): string | undefined {
  const said = location.hash.slice(1);
  if (!/^[\w-]{20,}\.[\w-]{20,}$/.test(said)) return undefined;
  history.replaceState(history.state, '', location.pathname);
  return said;
}
