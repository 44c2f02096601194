import { useState } from 'preact/hooks';
import type { Desk } from './desk.ts';
import { TakeHome } from './home/take-home.tsx';

/** What exactly the instructor sees of this page, and what a seat is besides. */
export function Seen({ desk }: { desk: Desk }) {
  const { member, said, own, view, pair } = desk;
  const { name = '', mood = null, hand = null, follows = true, isNamed = false } = own.value ?? {};
  const { place, standing } = said.value;
  const states = [standing.signaling, standing.gathering, standing.ice, standing.connection];
  const facts: [string, string | undefined][] = [
    ['Your name', name],
    ['Page', place.page],
    ['Lab', place.lab],
    ['Act', place.act],
    ['Step', place.step?.toString()],
    ['States', states.some(Boolean) ? states.map((state) => state ?? '–').join(' · ') : undefined],
    ['Chosen way', standing.candidate],
    ['Last error', standing.error],
    ['Hand', hand ? 'up' : 'down'],
    ['Mood', mood ?? 'not said'],
    ['Follows', follows ? 'yes' : 'no'],
    ['Connected', member.standing.value === 'connected' ? 'yes' : 'no'],
  ];
  return (
    <section class="seen" aria-label="What your instructor sees of this page">
      <h2>What your instructor sees of this page</h2>
      <dl>
        {facts.map(
          ([fact, value]) =>
            value && (
              <div key={fact}>
                <dt>{fact}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p>
        And for how long; what you answer to the questions of a lesson; and what you vote, as one more that chose it,
        without your name. No picture, no sound, no address, and nothing that you type.
      </p>
      <p>
        This browser keeps the traces of your labs, for you to take home; nobody else gets them unless the spotlight is
        on you and you have agreed.
      </p>
      {pair.value && <p>With whom you are paired sees your name, your part, and whether you are here.</p>}
      <label class="follow">
        <input
          type="checkbox"
          checked={isNamed}
          onChange={({ currentTarget }) => member.does({ what: 'agreedToName', agrees: currentTarget.checked })}
        />
        My name may stand on the projector
      </label>
      <OtherDevice code={view.value?.code ?? ''} member={member} />
      <TakeHome desk={desk} />
      <Leave leave={desk.leave} />
    </section>
  );
}

function OtherDevice({ member, code }: Pick<Desk, 'member'> & { code: string }) {
  const [said, say] = useState('');
  async function ask() {
    const reply = await member.ask<{ word: string }>('word', {}).catch(() => undefined);
    if (!reply) return say('The server does not answer just now.');
    return say(
      reply.ok
        ? `There, open /join/#${code} and say: ${reply.value.word}. It is good once, for five minutes.`
        : reply.sentence,
    );
  }
  return (
    <div class="row">
      <button type="button" onClick={ask}>
        My seat on another device
      </button>
      <p role="status">{said}</p>
    </div>
  );
}

/** Asked twice: what was done in a workshop goes with the seat. */
export function Leave({ leave }: { leave(): void }) {
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <button type="button" onClick={() => setSure(true)}>
        Leave the workshop
      </button>
    );
  return (
    <div class="row">
      <p>
        Your seat goes, and what the workshop and this browser know of you in it. Take home first what you want to keep.
      </p>
      <button type="button" onClick={leave}>
        Yes, leave
      </button>
      <button type="button" onClick={() => setSure(false)}>
        Stay
      </button>
    </div>
  );
}
