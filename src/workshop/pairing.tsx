import { useMemo, useState } from 'preact/hooks';
import { inPairs } from '../../protocol/workshop/pairs.ts';
import type { ConsoleView } from '../../protocol/workshop/views.ts';
import type { Page } from './pages.ts';
import { PairList } from './pair-list.tsx';
import './pairing.css';
import type { Rig } from './rig.ts';
import { type Person, usePeople } from './use-people.ts';

type Props = { rig: Rig; view: ConsoleView; pages: readonly Page[] };

/** Who is with whom, for labs in which two meet. */
export function Pairing({ rig, view: { pairs }, pages }: Props) {
  const labs = pages.filter(({ forTwo }) => forTwo);
  const [page, setPage] = useState(labs[0]?.page ?? '');
  const [isByHand, setByHand] = useState(false);
  const [isSure, setSure] = useState(false);
  const people = usePeople(rig);
  const paired = useMemo(() => new Set(pairs.flatMap(({ seats }) => seats)), [pairs]);
  const here = people.filter(({ isHere }) => isHere).map(({ seat }) => seat);
  const free = here.filter((seat) => !paired.has(seat));
  const pair = (groups: readonly (readonly string[])[]) =>
    rig.commands({ what: 'pair', groups: groups.map((seats) => [...seats]), ...(page && { page }) });
  return (
    <section class="pairing" aria-labelledby="pairs">
      <h3 id="pairs">Pairs</h3>
      {people.length < 2 ? (
        <p>As soon as two have come, they can be paired for a lab.</p>
      ) : (
        <>
          <label>
            Lab for two
            <select value={page} onChange={({ currentTarget }) => setPage(currentTarget.value)}>
              {labs.map(({ page, title }) => (
                <option key={page} value={page}>
                  {title}
                </option>
              ))}
              <option value="">They stay where they are</option>
            </select>
          </label>
          <div class="line">
            {here.length > 1 && (
              <button
                type="button"
                onClick={() => {
                  // Pairs are at work: one press alone takes nobody out of theirs.
                  if (pairs.length === 0 || isSure) void pair(inPairs(here));
                  setSure(pairs.length > 0 && !isSure);
                }}
              >
                {pairs.length === 0
                  ? `Pair all ${here.length} who are here`
                  : isSure
                    ? `Really pair all ${here.length} anew`
                    : 'Pair everybody anew'}
              </button>
            )}
            {isSure && (
              <button type="button" onClick={() => setSure(false)}>
                Leave them
              </button>
            )}
            {pairs.length > 0 && free.length > 1 && (
              <button type="button" onClick={() => pair(inPairs(free))}>
                Pair the {free.length} who have nobody
              </button>
            )}
            <button type="button" class="plain" aria-expanded={isByHand} onClick={() => setByHand(!isByHand)}>
              By hand
            </button>
          </div>
          {isByHand && <ByHand people={people} paired={paired} pair={(seats) => pair([seats])} />}
          <PairList rig={rig} pairs={pairs} people={people} pages={pages} />
        </>
      )}
    </section>
  );
}

const parts = ['Alice', 'Bob', 'Server'] as const;

type ByHandProps = {
  people: readonly Person[];
  paired: ReadonlySet<string>;
  pair(seats: readonly string[]): Promise<boolean>;
};

/** Two or three by name, and who of them plays what. */
function ByHand({ people, paired, pair }: ByHandProps) {
  const [chosen, choose] = useState<readonly string[]>(['', '', '']);
  const names = useMemo(() => people.toSorted((one, other) => one.name.localeCompare(other.name)), [people]);
  const seats = chosen.filter((seat) => names.some((person) => person.seat === seat));
  const isPossible = chosen[0] !== '' && chosen[1] !== '' && new Set(seats).size === seats.length;
  async function submit(event: Event) {
    event.preventDefault();
    if (isPossible && (await pair(seats))) choose(['', '', '']);
  }
  return (
    <form onSubmit={submit}>
      {parts.map((part, nth) => (
        <label key={part}>
          {part}
          <select
            required={nth < 2}
            value={chosen[nth]}
            onChange={({ currentTarget }) => choose(chosen.with(nth, currentTarget.value))}
          >
            <option value="">{nth < 2 ? 'Choose …' : 'Nobody: they are two'}</option>
            {names.map(({ seat, name, isHere }) => (
              <option key={seat} value={seat} disabled={chosen.includes(seat) && chosen[nth] !== seat}>
                {name}
                {!isHere ? ' (not here)' : paired.has(seat) ? ' (has a partner)' : ''}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit">Pair them</button>
    </form>
  );
}
