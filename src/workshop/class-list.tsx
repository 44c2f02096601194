import { useEffect, useState } from 'preact/hooks';
import type { ConsoleSight } from '../../protocol/workshop/changes.ts';
import { LearnerCard } from './learner-card.tsx';
import { inOrder, type Need, needing, type Order } from './needs.ts';
import type { Page } from './pages.ts';
import type { Rig } from './rig.ts';

type Props = { rig: Rig; sight: ConsoleSight; pages: readonly Page[] };

const orders: Record<Order, string> = { need: 'Who needs help', name: 'Name', place: 'Place', time: 'Longest here' };
const filters: Record<Need | 'all', string> = {
  all: 'All',
  hand: 'Hands',
  lost: 'Lost',
  stuck: 'Stuck',
  none: 'At work',
  away: 'Away',
};

/** How often it is looked how long everybody has been where they are. */
const lookMs = 5_000;

export function ClassList({ rig, sight: { cards, heat }, pages }: Props) {
  const [order, setOrder] = useState<Order>('need');
  const [filter, setFilter] = useState<Need | 'all'>('all');
  const [name, setName] = useState('');
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), lookMs);
    return () => clearInterval(timer);
  }, []);
  const now = rig.now();
  const all = cards.map((card) => needing(card, heat, now));
  const count = (need: Need | 'all') => all.filter((one) => need === 'all' || one.need === need).length;
  const isWanted = (one: (typeof all)[number]) =>
    (filter === 'all' || one.need === filter) && one.card.name.toLowerCase().includes(name.toLowerCase());
  const shown = inOrder(all, order).filter(isWanted);
  return (
    <section class="class" aria-labelledby="class">
      <h3 id="class">
        {cards.length === 0
          ? 'Nobody has come yet'
          : `${cards.length} in the class, ${cards.length - count('away')} here`}
      </h3>
      {cards.length > 0 && (
        <div class="line sort">
          <fieldset class="segments">
            <legend class="only-spoken">Show</legend>
            {(Object.keys(filters) as (Need | 'all')[]).map((need) => (
              <label key={need}>
                <input type="radio" name="filter" checked={filter === need} onChange={() => setFilter(need)} />
                {filters[need]} {count(need)}
              </label>
            ))}
          </fieldset>
          <label>
            Order{' '}
            <select value={order} onChange={({ currentTarget }) => setOrder(currentTarget.value as Order)}>
              {Object.entries(orders).map(([key, says]) => (
                <option key={key} value={key}>
                  {says}
                </option>
              ))}
            </select>
          </label>
          <label>
            Name{' '}
            <input
              class="field"
              type="search"
              value={name}
              onInput={({ currentTarget }) => setName(currentTarget.value)}
            />
          </label>
        </div>
      )}
      <ul class="cards">
        {shown.map(({ card, need, stuckMs }) => (
          <LearnerCard key={card.seat} card={card} need={need} stuckMs={stuckMs} now={now} rig={rig} pages={pages} />
        ))}
      </ul>
      {cards.length > 0 && shown.length === 0 && <p>Nobody just now.</p>}
    </section>
  );
}
