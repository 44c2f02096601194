import { useMemo, useState } from 'preact/hooks';
import { type HeatRow, heatRows, outlineOf, type Span, spanOf, stayText, ticksOf } from './heat.ts';
import './heat-map.css';
import type { Page } from './pages.ts';
import type { Rig } from './rig.ts';

type Props = { rig: Rig; openedAt: number; pages: readonly Page[] };

/** How the class went through the steps: drawn when somebody wants to know. */
export function HeatMap(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="heat" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Steps over time</summary>
      {isOpen && (props.rig.heat.value.length > 0 ? <Drawn {...props} /> : <p>Nobody has been anywhere yet.</p>)}
    </details>
  );
}

const minuteMs = 60_000;

function Drawn({ rig, openedAt, pages }: Props) {
  const heat = rig.heat.value;
  const now = Math.max(0, Math.floor((rig.clock.value - openedAt) / minuteMs));
  const span = useMemo(() => spanOf(heat, now), [heat, now]);
  const { rows, more } = useMemo(() => heatRows(heat, span, now, pages), [heat, span, now, pages]);
  const highest = Math.max(1, ...rows.map(({ most }) => most.count));
  // By the clock on the wall where this is read.
  const at = (minute: number) => new Date(openedAt + minute * minuteMs - (rig.now() - Date.now()));
  const clock = (minute: number) =>
    at(minute).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const begins = at(span.from);
  const ticks = ticksOf(span, 6, begins.getHours() * 60 + begins.getMinutes());
  return (
    <>
      <p>How many were at each place, minute by minute: the higher, the more.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="scroll" tabIndex={0} aria-label="Steps over time">
        <table>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <td class="axis" aria-hidden="true">
                {ticks.at
                  .map((minute) => ({ minute, at: (minute - span.from) / span.minutes }))
                  .filter(({ at }) => at < 0.9)
                  .map(({ minute, at }) => (
                    <span key={minute} style={{ '--at': at }}>
                      {clock(minute)}
                    </span>
                  ))}
              </td>
              <th scope="col">Now</th>
              <th scope="col">At most</th>
              <th scope="col">Median stay</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.place}>
                <th scope="row">{row.title}</th>
                <td class="strip" aria-hidden="true">
                  <Strip row={row} span={span} ticks={ticks.at} highest={highest} />
                </td>
                <td>{row.there.at(-1)}</td>
                <td>
                  {row.most.count} <small>at {clock(row.most.minute)}</small>
                </td>
                <td>{stayText(row.medianMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {more > 0 && <p>And {more} more, where the class spent less time.</p>}
      <Numbers rows={rows} span={span} clock={clock} />
    </>
  );
}

type StripProps = { row: HeatRow; span: Span; ticks: readonly number[]; highest: number };

const Strip = ({ row, span, ticks, highest }: StripProps) => (
  <svg viewBox={`0 0 ${span.minutes} 100`} preserveAspectRatio="none" aria-hidden="true">
    <path class="ticks" d={ticks.map((minute) => `M${minute - span.from} 0V100`).join('')} />
    <path class="many" d={outlineOf(row.there, highest)} />
  </svg>
);

/** The same for whoever does not see it. */
function Numbers({ rows, span, clock }: { rows: readonly HeatRow[]; span: Span; clock(minute: number): string }) {
  const { every, at } = ticksOf(span, 12);
  const lived = at.filter((minute) => minute - span.from < rows[0]!.there.length);
  const most = ({ there }: HeatRow, minute: number) =>
    Math.max(...there.slice(minute - span.from, minute - span.from + every));
  return (
    <details>
      <summary>The same in numbers</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section class="scroll" tabIndex={0} aria-label="Steps over time, in numbers">
        <table>
          <caption>At most so many were there in each {every === 1 ? 'minute' : `${every} minutes`}</caption>
          <thead>
            <tr>
              <th scope="col">Place</th>
              {lived.map((minute) => (
                <th key={minute} scope="col">
                  {clock(minute)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.place}>
                <th scope="row">{row.title}</th>
                {lived.map((minute) => (
                  <td key={minute}>{most(row, minute)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
