import { useState } from 'preact/hooks';
import type { Entry } from '../../../protocol/entry.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import { CopyText } from '../copy-text.tsx';
import { Details } from '../details.tsx';
import { count } from '../gist.ts';
import '../picture.css';
import type { Mail } from '../post.ts';
import { slice } from '../sorted.ts';
import { useWindow } from '../use-window.ts';
import type { WireView } from './fold.ts';
import { type Cells, cellsOf, headings, wireText } from './text.ts';
import { wayOf } from './way.ts';
import './wire.css';

type Props = {
  view: WireView;
  /** The clock that the view was folded with. */
  clock?: Clock;
  onPick?(entry: Entry): void;
};

const columns = Object.keys(headings) as (keyof Cells)[];

/** Every message: from whom to whom, how large, how long it waited and how long it travelled. */
export function Wire({ view, clock = ownClock, onPick }: Props) {
  const [picked, setPicked] = useState(0);
  const [cursor, setCursor] = useState(1);
  const { post, now, began = 0 } = view;
  const total = post.mails.size;
  const { scroller, onScroll, focus, from, to } = useWindow(total, now - 1);
  const mails = slice(post.mails, from, to);
  const shown = picked ? slice(post.mails, picked - 1, picked)[0] : undefined;
  const focusable = mails.find(({ number }) => number === cursor) ?? mails.at(-1);

  function pick({ number, points }: Mail) {
    setPicked(number);
    setCursor(number);
    onPick?.(points[0]!);
  }

  function onKeyDown(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -total,
      End: total,
    };
    const step = steps[event.key];
    if (event.key === 'Escape') setPicked(0);
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const number = Math.max(1, Math.min(total, cursor + step));
    setCursor(number);
    focus(number - 1, `[data-row="${number}"] button`);
  }

  return (
    <section class="picture wire" aria-label="Messages" style={{ '--first': from, '--after': total - to }}>
      <div class="scroll" ref={scroller} onScroll={onScroll}>
        <table aria-rowcount={total + 1} onKeyDown={onKeyDown}>
          <thead data-heads>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th key={column} class={column} scope="col">
                  {headings[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mails.map((mail) => (
              <MailRow
                key={mail.number}
                mail={mail}
                cells={cellsOf(wayOf(mail, clock), began)}
                isNow={mail.number === now}
                isPicked={mail === shown}
                hasFocus={mail === focusable}
                onPick={pick}
              />
            ))}
          </tbody>
        </table>
        {total === 0 && <p class="nothing">No message yet.</p>}
      </div>
      {shown && (
        <Details
          title={`#${shown.number} ${shown.points[0]!.name}`}
          entries={withBodiesOnce(shown.points)}
          {...{ clock, began }}
          onClose={() => setPicked(0)}
        />
      )}
      <footer class="foot">
        <span class="count">{count(total, 'message')}</span>
        <CopyText what="the messages" lines={() => wireText(view, clock)} />
      </footer>
    </section>
  );
}

type RowProps = {
  mail: Mail;
  cells: Cells;
  isNow: boolean;
  isPicked: boolean;
  hasFocus: boolean;
  onPick(mail: Mail): void;
};

function MailRow({ mail, cells, isNow, isPicked, hasFocus, onPick }: RowProps) {
  const { number, points } = mail;
  return (
    <tr
      data-row={number}
      data-who={points[0]!.who}
      data-now={isNow}
      aria-current={isNow ? 'step' : undefined}
      aria-rowindex={number + 1}
      onClick={() => onPick(mail)}
    >
      {columns.map((column) => (
        <td key={column} class={column}>
          {column === 'kind' ? (
            <button type="button" aria-expanded={isPicked} tabIndex={hasFocus ? 0 : -1}>
              {cells.kind}
            </button>
          ) : (
            cells[column]
          )}
        </td>
      ))}
    </tr>
  );
}

/** A body that did not change on its way is read once. */
function withBodiesOnce(points: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return points.map((point) => {
    const written = JSON.stringify(point.body);
    const { body: _, ...bare } = point;
    const isNew = !seen.has(written);
    seen.add(written);
    return isNew ? point : bare;
  });
}
