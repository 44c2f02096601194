import { type Desk, nameOf, type Side } from './desk.ts';

/** Only what arrived is shown: what one wrote oneself is read at the other side. */
export function Chat({ who, desk }: { who: Side; desk: Desk }) {
  const open = desk.channels.value[who] !== undefined;
  const heard = desk.lines.value.filter(({ at }) => at === who);
  if (!open && heard.length === 0) return null;
  return (
    <div class="chat">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem('text') as HTMLInputElement;
          if (field.value) desk.speak(who, field.value);
          field.value = '';
        }}
      >
        <input name="text" aria-label={`${nameOf[who]} says`} maxLength={200} readOnly={!open} autoComplete="off" />
        <button type="submit" disabled={!open}>
          Say
        </button>
      </form>
      <ol aria-label={`What ${nameOf[who]} heard`} aria-live="polite">
        {heard.map(({ from, text }, index) => (
          <li key={index}>
            <b class={from}>{nameOf[from]}</b> {text}
          </li>
        ))}
      </ol>
    </div>
  );
}
