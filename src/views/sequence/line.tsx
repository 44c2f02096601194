import type { Clock } from '../../trace/clock.ts';
import { since } from '../duration.ts';
import { Arrow, pointsLeft } from './arrow.tsx';
import './label.css';
import { labelOf } from './label.ts';
import type { Label } from './row.ts';
import './line.css';
import { isFold, itemsOf, type Line } from './lines.ts';
import { Mark } from './mark.tsx';
import { byPlace, type Item } from './row.ts';
import { who } from './text.ts';
import type { SequenceView } from './view.ts';

type Props = {
  view: SequenceView;
  clock: Clock;
  line: Line;
  lanes: readonly string[];
  index: number;
  total: number;
  isAlive: boolean;
  isOpen: boolean;
  isPicked: boolean;
  hasFocus: boolean;
};

/** One line of the sequence picture. */
export function SequenceLine(props: Props) {
  const { view, clock, line, lanes, index, total, isAlive, isOpen, isPicked, hasFocus } = props;
  const { row, inner } = line;
  const items = itemsOf(line);
  const [first] = items as [Item];
  const label = labelOf(view, { items }, clock);
  const isNow = isAlive && inner === undefined && view.now !== undefined && byPlace(view.now, row.place) === 0;
  const sides = sidesOf(first, lanes);
  const branch = {
    role: 'treeitem',
    tabIndex: hasFocus ? 0 : -1,
    'aria-level': inner === undefined ? 1 : 2,
    'aria-setsize': total,
    'aria-posinset': index + 1,
    'aria-selected': isPicked,
    'aria-current': isNow ? 'step' : undefined,
    'aria-expanded': isFold(line) ? isOpen : undefined,
  } as const;
  return (
    <div
      class="row"
      data-row
      data-key={line.key}
      data-kind={first.kind}
      data-who={lanes[sides.lane]}
      data-side={sides.labelIsLeft ? 'left' : 'right'}
      data-now={isNow}
      data-wrong={label.wrong !== ''}
      data-inner={inner !== undefined}
      style={{ '--lane': sides.lane }}
      {...(isAlive ? branch : { role: 'listitem' })}
    >
      <time class="at">{since((inner === undefined ? row.place.when : clock(itemEntry(first))) - view.began)}</time>
      <span class={first.kind === 'step' ? 'whose' : 'only-spoken'}>{who({ items })} </span>
      {first.kind === 'mail' && sides.crosses ? (
        <Arrow item={first} laneOf={(who) => lanes.indexOf(who)} last={lanes.length - 1} />
      ) : first.kind === 'step' || first.kind === 'note' ? null : (
        <Mark item={first} wrong={label.wrong !== ''} />
      )}
      <Words label={label} runs={isFold(line)} isOpen={isOpen} />
    </div>
  );
}

function Words({ label, runs, isOpen }: { label: Label; runs: boolean; isOpen: boolean }) {
  const { byItself, number, name, detail, aside, wrong } = label;
  return (
    <span class="label">
      <span class="what">
        {runs && <span class="opens">{isOpen ? '▾' : '▸'} </span>}
        {number && <span class="number">{number} </span>}
        {byItself && <span class="self">~ </span>}
        <b>{name}</b>{' '}
      </span>
      <span class="more">
        {detail && <span class="detail">{detail} </span>}
        {aside && <span class="aside">{aside} </span>}
        {wrong && <span class="said">{wrong}</span>}
      </span>
    </span>
  );
}

const itemEntry = (item: Item) =>
  item.kind === 'call' ? item.call : item.kind === 'mail' ? (item.from ?? item.to)! : item.entry;

/** At which lane an item is drawn, and on which side of it there is room for its label. */
function sidesOf(item: Item, lanes: readonly string[]) {
  const last = lanes.length - 1;
  if (item.kind !== 'mail') {
    const lane = lanes.indexOf(itemEntry(item).who);
    return { lane, labelIsLeft: lane === last && last > 0, crosses: false };
  }
  const [start, end] = [item.from, item.to].map((entry) => entry && lanes.indexOf(entry.who));
  const lane = (start ?? end)!;
  const crosses = start !== end;
  const labelIsLeft = crosses && start !== undefined ? pointsLeft(start, end, last) : lane === last && last > 0;
  return { lane, labelIsLeft, crosses };
}
