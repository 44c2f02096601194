import { useRef, useState } from 'preact/hooks';
import type { ConsolePair } from '../../protocol/workshop/views.ts';
import { type Page, titleIn } from './pages.ts';
import type { Rig } from './rig.ts';
import type { Person } from './use-people.ts';
import { pathText } from './words.ts';

type Props = { rig: Rig; pairs: readonly ConsolePair[]; people: readonly Person[]; pages: readonly Page[] };

const list = new Intl.ListFormat('en');

/** So many are found by looking; more by a name. */
const many = 12;

/** Who is with whom, and who has nobody. */
export function PairList({ rig, pairs, people, pages }: Props) {
  const [isSure, setSure] = useState(false);
  const [name, setName] = useState('');
  const head = useRef<HTMLHeadingElement>(null);
  if (pairs.length === 0) return null;
  const bySeat = new Map(people.map((person) => [person.seat, person]));
  const paired = new Set(pairs.flatMap(({ seats }) => seats));
  const alone = people.filter(({ seat, isHere }) => isHere && !paired.has(seat)).map(({ name }) => name);
  const nameIn = (seat: string, nth: number) => {
    const { name, isHere } = bySeat.get(seat) ?? { name: '…', isHere: true };
    return `${name}${nth === 2 ? ' as the server' : ''}${isHere ? '' : ' (not here)'}`;
  };

  /** The button that is pressed goes with its pair: the next one gets the focus. */
  function leaveFocus({ currentTarget }: { currentTarget: HTMLElement }) {
    const item = currentTarget.closest('li');
    const next = item?.nextElementSibling ?? item?.previousElementSibling;
    (next?.querySelector('button') ?? head.current)?.focus();
  }
  return (
    <>
      <h4 ref={head} tabIndex={-1}>
        {pairs.length === 1 ? '1 pair' : `${pairs.length} pairs`};{' '}
        {alone.length === 0
          ? 'everybody here has a partner'
          : `${alone.length} ${alone.length === 1 ? 'has' : 'have'} nobody`}
      </h4>
      {alone.length > 0 && <p class="alone">{list.format(alone)}</p>}
      {pairs.length > many && (
        <input
          class="field"
          type="search"
          aria-label="With whom is …"
          placeholder="With whom is …"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      )}
      <ul class="rows">
        {pairs.map(({ id, seats, page }) => {
          const names = list.format(seats.map(nameIn));
          if (pairs.length > many && !names.toLowerCase().includes(name.toLowerCase())) return null;
          return (
            <li key={id}>
              <span>
                {names}
                {page && <small>{titleIn(pages, page) ?? pathText(page)}</small>}
              </span>
              <button
                type="button"
                class="small"
                onClick={(event) => {
                  leaveFocus(event);
                  void rig.commands({ what: 'unpair', pairs: [id] });
                }}
              >
                Unpair<span class="only-spoken"> {names}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {pairs.length > 1 && (
        <div class="line">
          <button
            type="button"
            class="small"
            onClick={(event) => {
              if (isSure) {
                leaveFocus(event);
                void rig.commands({ what: 'unpair' });
              }
              setSure(!isSure);
            }}
          >
            {isSure ? `Really unpair all ${pairs.length}` : 'Unpair all'}
          </button>
          {isSure && (
            <button type="button" class="small" onClick={() => setSure(false)}>
              Leave them
            </button>
          )}
        </div>
      )}
    </>
  );
}
