import type { Desk } from './desk.ts';

/** Whether the class may see the lab of this page, and that it does. */
export function SpotlightNotice({ desk }: { desk: Desk }) {
  const spotlight = desk.own.value?.spotlight;
  if (!spotlight) return null;
  return spotlight.consent === 'asked' ? <Request desk={desk} by={spotlight.by} /> : <Shown desk={desk} />;
}

function Request({ desk: { lamp, own, member }, by }: { desk: Desk; by: string }) {
  return (
    <div class="row" role="alert">
      <p>
        <b>{by}</b> would like to show your lab to the class: pictures of its call, and what you write in it. Not your
        camera, no sound, no address, no key. You may take it back at any time.
      </p>
      <label class="follow">
        <input
          type="checkbox"
          checked={own.value!.isNamed}
          onChange={({ currentTarget }) => member.does({ what: 'agreedToName', agrees: currentTarget.checked })}
        />
        With my name
      </label>
      <button type="button" class="strong" onClick={lamp.agree}>
        Show it
      </button>
      <button type="button" onClick={lamp.refuse}>
        No
      </button>
    </div>
  );
}

function Shown({ desk: { lamp, own } }: { desk: Desk }) {
  const { id, consent } = own.value!.spotlight!;
  const isHere = lamp.agreed.value?.id === id;
  const says = consent === 'stopped' ? 'was' : !isHere ? 'elsewhere' : lamp.lab.value ? 'is' : 'next';
  return (
    <div class="row">
      <p role="status">{sentences[says]}</p>
      <button type="button" onClick={lamp.refuse}>
        {consent === 'stopped' ? 'Take it away' : 'Stop showing'}
      </button>
    </div>
  );
}

const sentences = {
  is: 'The class sees your lab.',
  next: 'Start a lab here, and the class sees it.',
  elsewhere: 'The class sees the lab in your other window.',
  was: 'Your lab has stopped. The class still sees what it did.',
} as const;
