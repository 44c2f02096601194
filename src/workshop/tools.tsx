import { useState } from 'preact/hooks';
import type { ConsoleView } from '../../protocol/workshop/views.ts';
import { ClassLabs } from './class-labs.tsx';
import { Countdown } from './countdown.tsx';
import { Export } from './export.tsx';
import type { Rig } from './rig.ts';

type Props = { rig: Rig; view: ConsoleView };

export function Tools({ rig, view }: Props) {
  return (
    <>
      <section aria-labelledby="message">
        <h3 id="message">Say to all</h3>
        <Message rig={rig} />
      </section>
      {rig.may('countDown') && (
        <section aria-labelledby="timer">
          <h3 id="timer">Time</h3>
          {view.countdown ? (
            <div class="line">
              <Countdown countdown={view.countdown} now={rig.now} />
              <button type="button" onClick={() => rig.commands({ what: 'stopCountdown' })}>
                Stop the clock
              </button>
            </div>
          ) : (
            <Timer rig={rig} />
          )}
        </section>
      )}
      {rig.may('freeze') && <ClassLabs rig={rig} view={view} />}
      <section aria-labelledby="room">
        <h3 id="room">Room</h3>
        <label class="check">
          <input
            type="checkbox"
            checked={view.isLocked}
            onChange={({ currentTarget }) => rig.commands({ what: 'lock', on: currentTarget.checked })}
          />
          Locked: nobody new comes in
        </label>
        <p>
          <a href="/workshop/check/" target="_blank" rel="noopener">
            Check the room with one phone
          </a>
        </p>
        <Export rig={rig} />
        {rig.may('end') && <End rig={rig} />}
      </section>
    </>
  );
}

function Message({ rig }: Pick<Props, 'rig'>) {
  const [text, setText] = useState('');
  async function send(event: Event) {
    event.preventDefault();
    if (await rig.commands({ what: 'message', text })) setText('');
  }
  return (
    <form class="line" onSubmit={send}>
      <input
        class="field"
        required
        maxLength={500}
        aria-label="Message to all"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit">Send</button>
    </form>
  );
}

function Timer({ rig }: Pick<Props, 'rig'>) {
  const [minutes, setMinutes] = useState(10);
  return (
    <form
      class="line"
      onSubmit={(event) => {
        event.preventDefault();
        void rig.commands({ what: 'countDown', ms: minutes * 60_000 });
      }}
    >
      <label>
        Minutes{' '}
        <input
          class="field"
          type="number"
          min="1"
          max="240"
          required
          value={minutes}
          onInput={({ currentTarget }) => setMinutes(Number(currentTarget.value))}
        />
      </label>
      <button type="submit">Start the clock</button>
    </form>
  );
}

function End({ rig }: Pick<Props, 'rig'>) {
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <button type="button" onClick={() => setSure(true)}>
        End the workshop
      </button>
    );
  return (
    <div class="line">
      <p>It ends for everybody, for good.</p>
      <button type="button" onClick={() => rig.commands({ what: 'end' })}>
        Yes, end it
      </button>
      <button type="button" onClick={() => setSure(false)}>
        Go on
      </button>
    </div>
  );
}
