import type { Place } from './row.ts';
import type { SequenceView } from './view.ts';

type Props = { view: SequenceView; lanes: readonly string[]; total: number; lineOf(place: Place): number };

/** A line for everyone from the moment they came, and a bar on it for as long as they hold something for another. */
export function Lifelines({ view, lanes, total, lineOf }: Props) {
  return (
    <div class="lifelines" aria-hidden="true">
      {Object.entries(view.lanes).map(([who, { since }]) => (
        <i key={who} class="lifeline" style={{ '--lane': lanes.indexOf(who), '--from': lineOf(since) }} />
      ))}
      {lanes.flatMap((who, lane) =>
        spans(view, who, total, lineOf).map(({ from, to }) => (
          <i
            key={`${who} ${from}`}
            class="hold"
            data-who={who}
            style={{ '--lane': lane, '--from': from, '--to': to }}
          />
        )),
      )}
    </div>
  );
}

/** From which line to which somebody held anything at all. */
function spans({ holds }: SequenceView, who: string, total: number, lineOf: Props['lineOf']) {
  const spans: { from: number; to: number }[] = [];
  for (const hold of holds) {
    if (hold.who !== who) continue;
    const [from, to] = [lineOf(hold.from), hold.until ? lineOf(hold.until) : total];
    const last = spans.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}
