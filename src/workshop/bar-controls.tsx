import { Countdown } from './countdown.tsx';
import type { Desk } from './desk.ts';
import { addressOf } from './lead.ts';
import { Partner } from './partner.tsx';
import { useTitle } from './use-title.ts';

const unkept = 'The server can keep nothing just now. What you do waits here, and is told again.';
const standings = {
  connecting: 'Connecting',
  connected: 'Connected',
  lost: 'Not connected. What you do is kept and told later.',
} as const;

export function Controls({ desk }: { desk: Desk }) {
  const { member, own, view, isOpen } = desk;
  const standing = member.standing.value;
  const isUnkept = standing === 'connected' && member.isUnkept.value;
  const { follows = true, hand = null, mood = null } = own.value ?? {};
  return (
    <div class="row">
      <Partner desk={desk} />
      <p class="where">
        <span class="dot" data-standing={isUnkept ? 'lost' : standing} />
        <span role="status" class={standing === 'connected' && !isUnkept ? 'only-spoken' : undefined}>
          {isUnkept ? unkept : standings[standing]}
        </span>
        <Class desk={desk} />
      </p>
      <button
        type="button"
        class="plain"
        aria-expanded={isOpen.value}
        onClick={() => void (isOpen.value = !isOpen.value)}
      >
        What is seen
      </button>
      {view.value?.countdown && <Countdown countdown={view.value.countdown} now={member.now} />}
      <label class="follow">
        <input type="checkbox" checked={follows} onChange={({ currentTarget }) => desk.follow(currentTarget.checked)} />
        Follow
      </label>
      <button
        type="button"
        class="hand"
        aria-pressed={hand !== null}
        onClick={() => member.does({ what: hand ? 'loweredHand' : 'raisedHand' })}
      >
        <span aria-hidden="true">✋</span>
        {hand === null ? 'Raise hand' : hand.comes === null ? 'Hand is up' : `${hand.comes} comes`}
      </button>
      <fieldset class="segments">
        <legend class="only-spoken">How it goes</legend>
        {(['fine', 'lost'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="mood"
              checked={mood === one}
              onChange={() => member.does({ what: 'felt', mood: one })}
            />
            I’m {one}
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function Class({ desk: { lead, view, goTo } }: { desk: Desk }) {
  const page = lead.value?.page;
  const title = useTitle(page ?? '/', view.value?.agenda);
  if (!lead.value) return <span class="class">{view.value?.title}</span>;
  const step = lead.value.step === undefined ? '' : `, step ${lead.value.step}`;
  if (page === location.pathname) return <span class="class">The class is here{step}</span>;
  return (
    <span class="class">
      The class is at{' '}
      <a
        href={addressOf(lead.value)}
        onClick={(event) => {
          event.preventDefault();
          goTo(lead.value!);
        }}
      >
        {title}
      </a>
      {step}
    </span>
  );
}
