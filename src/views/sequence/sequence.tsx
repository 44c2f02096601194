import type { Entry } from '../../../protocol/entry.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import { CopyText } from '../copy-text.tsx';
import { Details } from '../details.tsx';
import '../picture.css';
import { labelOf } from './label.ts';
import { type Faces, LaneHeads } from './lane-heads.tsx';
import { lanesIn } from './lanes.ts';
import { Lifelines } from './lifelines.tsx';
import { SequenceLine } from './line.tsx';
import { itemsOf, type Line } from './lines.ts';
import { entriesOf } from './row.ts';
import './sequence.css';
import { useAlive } from '../use-alive.ts';
import { sequenceText, words } from './text.ts';
import { useRows } from './use-rows.ts';
import type { SequenceView } from './view.ts';

type Props = {
  view: SequenceView;
  /** The clock that the view was folded with. */
  clock?: Clock;
  /** What heads a lane: a video, say. */
  faces?: Faces;
  /** Whose seats are kept, with a chair, before they come. */
  seats?: readonly string[];
  onPick?(entry: Entry): void;
};

const noFaces: Faces = {};
const noSeats: readonly string[] = [];

/** Who did, met and sent what, from top to bottom. */
export function Sequence({ view, clock = ownClock, faces = noFaces, seats = noSeats, onPick }: Props) {
  const lanes = lanesIn(view, seats);
  const rows = useRows(view, onPick);
  const isAlive = useAlive();
  const { lines, total, from, picked } = rows;
  const measures = {
    '--gaps': Math.max(1, lanes.length - 1),
    '--lanes': lanes.length,
    '--lines': total,
    '--first': from,
  };
  const list = { role: 'list', 'aria-label': 'What happened' } as const;
  const tree = { ...list, role: 'tree', onClick: rows.onClick, onKeyDown: rows.onKeyDown } as const;
  // Where nobody has a face and no seat is kept, names are enough to head the lanes.
  const bare = faces === noFaces && seats === noSeats;
  return (
    <section class={bare ? 'picture sequence bare' : 'picture sequence'} aria-label="Sequence" style={measures}>
      <div class="scroll" ref={rows.scroller} onScroll={rows.onScroll}>
        <LaneHeads view={view} lanes={lanes} faces={faces} />
        {total === 0 && <p class="nothing">Nothing has happened yet.</p>}
        <div class="ground">
          <Lifelines view={view} lanes={lanes} lineOf={rows.indexOf} total={total} />
          {total > 0 && (
            <div class="rows" {...(isAlive ? tree : list)}>
              {lines.map((line, index) => (
                <SequenceLine
                  key={line.key}
                  {...{ view, clock, line, lanes, total, isAlive }}
                  index={from + index}
                  isOpen={rows.isOpen(line)}
                  isPicked={picked?.key === line.key}
                  hasFocus={line === rows.focusable}
                />
              ))}
            </div>
          )}
        </div>
      </div>
      {picked && <Picked {...{ view, clock, line: picked, onClose: rows.unpick }} />}
      <footer class="foot">
        <CopyText what="the sequence" lines={() => sequenceText(view, clock)} />
      </footer>
    </section>
  );
}

type PickedProps = { view: SequenceView; clock: Clock; line: Line; onClose(): void };

function Picked({ view, clock, line, onClose }: PickedProps) {
  const items = itemsOf(line);
  return (
    <Details
      title={words(labelOf(view, { items }, clock))}
      entries={items.flatMap(entriesOf)}
      {...{ clock, began: view.began, onClose }}
    />
  );
}
