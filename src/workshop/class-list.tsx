import { useRef, useState } from 'preact/hooks';
import { useCalmOrder } from './calm-order.ts';
import './class-list.css';
import { LearnerCard } from './learner-card.tsx';
import { inOrder, type Need, type Needing, needing, type Order, pacesOf } from './needs.ts';
import type { Page } from './pages.ts';
import type { Rig } from './rig.ts';
import { useRoving } from './roving.ts';

type Props = { rig: Rig; pages: readonly Page[] };

const orders: Record<Order, string> = { need: 'Who needs help', name: 'Name', place: 'Place', time: 'Longest here' };
const filters: Record<Need | 'all', string> = {
  all: 'All',
  hand: 'Hands',
  lost: 'Lost',
  stuck: 'Stuck',
  none: 'At work',
  away: 'Away',
};

/** More than these are shown with less of each. */
const many = 60;

export function ClassList({ rig, pages }: Props) {
  const [order, setOrder] = useState<Order>('need');
  const [filter, setFilter] = useState<Need | 'all'>('all');
  const [name, setName] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const known = useRef<ReadonlyMap<string, Needing>>(new Map());

  const cards = rig.cards.value;
  const now = rig.clock.value;
  const paces = pacesOf(cards, rig.heat.value, now);
  const all = cards.map((card) => needing(card, paces, now));
  const count = (need: Need | 'all') => all.filter((one) => need === 'all' || one.need === need).length;
  const isWanted = (one: Needing) =>
    (filter === 'all' || one.need === filter) && one.card.name.toLowerCase().includes(name.toLowerCase());
  const wanted = inOrder(all.filter(isWanted), order).map(({ card }) => card.seat);
  const shown = useCalmOrder(list, wanted, `${order} ${filter} ${name}`);
  const here = new Map(all.map((one) => [one.card.seat, one]));
  // Whoever has left meanwhile is still to be seen where somebody is about to press.
  known.current = new Map(shown.map((seat) => [seat, here.get(seat) ?? known.current.get(seat)!]));
  const had = useRoving(list);
  const isDoor = (seat: string) => here.has(seat) && (rig.may('message') || here.get(seat)!.card.hand !== null);
  const current = shown.includes(had) && isDoor(had) ? had : shown.find(isDoor);
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
                {filters[need]} <span class="count">{count(need)}</span>
              </label>
            ))}
          </fieldset>
          <select
            aria-label="Order"
            value={order}
            onChange={({ currentTarget }) => setOrder(currentTarget.value as Order)}
          >
            {Object.entries(orders).map(([key, says]) => (
              <option key={key} value={key}>
                {says}
              </option>
            ))}
          </select>
          <input
            class="field"
            type="search"
            aria-label="Name"
            placeholder="Name"
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
          {shown.length > 0 && rig.role.value !== 'helper' && (
            <a class="past-cards" href="#desk">
              Past the cards
            </a>
          )}
        </div>
      )}
      <ul class="cards" aria-label="Learners" ref={list} data-many={shown.length > many}>
        {[...known.current.values()].map(({ card, need }) => (
          <LearnerCard
            key={card.seat}
            {...{ card, need, rig, pages }}
            hasLeft={!here.has(card.seat)}
            isCurrent={card.seat === current}
          />
        ))}
      </ul>
      {cards.length > 0 && shown.length === 0 && <p>Nobody just now.</p>}
    </section>
  );
}
