import { useSignal } from '@preact/signals';
import { type Fault, faults } from './faults.ts';
import { signs } from './signs.ts';

type Props = {
  /** What a link asks for. */
  first: string;
  fault: Fault | undefined;
  /** The learner is to find it. */
  secret: boolean;
  guess: string | undefined;
  /** Whether the fault can be seen in the trace by now. */
  seen: boolean;
  /** How it is where nothing is wrong on purpose: each has got the other's picture, or somebody's console has something to say. */
  well: 'yes' | 'not yet' | 'no';
  onCall(key: string): void;
  onSurprise(): void;
  onGuess(key: string): void;
};

/** What is to be wrong, or what the learner thinks is wrong; and what to look for. */
export function Ask({ first, fault, secret, guess, seen, well, onCall, onSurprise, onGuess }: Props) {
  const chosen = useSignal(first);
  return (
    <div class="ask">
      <div class="controls">
        <label>
          <span>What is wrong</span>
          <select value={chosen.value} onChange={({ currentTarget }) => (chosen.value = currentTarget.value)}>
            <option value="">Nothing: they see each other</option>
            {faults.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="strong" onClick={() => onCall(chosen.value)}>
          Call
        </button>
        <button type="button" onClick={onSurprise}>
          Surprise me
        </button>
        {secret && (
          <button
            type="button"
            aria-disabled={chosen.value === ''}
            onClick={() => chosen.value && onGuess(chosen.value)}
          >
            It is this
          </button>
        )}
      </div>
      <div role="status" aria-label="What to look for" class="look" data-fault={fault?.key}>
        <Look {...{ fault, secret, guess, seen, well }} />
      </div>
    </div>
  );
}

const unharmed = {
  yes: 'All is well: each sees the other. Choose what is to be wrong.',
  'not yet': 'Nothing is wrong on purpose: they are about to see each other.',
  no: 'Nothing is wrong on purpose, and yet something went wrong: it stands below, as in a console.',
};

function Look({ fault, secret, guess, seen, well }: Pick<Props, 'fault' | 'secret' | 'guess' | 'seen' | 'well'>) {
  if (!fault) return <p>{unharmed[well]}</p>;
  if (secret && guess === undefined) {
    return <p>Something is wrong. Look inside, choose above what you think it is, and press “It is this”.</p>;
  }
  const isRight = guess === fault.key;
  const told = <p>{signs[fault.key]!.look}</p>;
  if (!secret) {
    return (
      <>
        <p>
          <b>{seen ? 'It is in the trace.' : 'Look for it in the trace.'}</b>
        </p>
        {told}
      </>
    );
  }
  // Two faults leave the same trace: whoever says either has read it well.
  if (!isRight && signs[guess!]!.seen === signs[fault.key]!.seen) {
    return (
      <p>The trace fits. But look at Alice’s large picture once more: it is the other one that looks like this.</p>
    );
  }
  return isRight ? (
    <>
      <p>
        <b>Yes.</b>
      </p>
      {told}
    </>
  ) : (
    <p>
      <b>No.</b> Then this would be so: {signs[guess!]!.look.split(/(?<=\.) /)[0]} Is it?
    </p>
  );
}
