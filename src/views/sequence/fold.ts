import type { Entry } from '../../../protocol/entry.ts';
import { causalOrder } from '../../trace/causal-order.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import { type Fold, moments } from '../moments.ts';
import { hasBeenAt, numbered } from '../post.ts';
import { add, canFollow } from './add.ts';
import { nothingYet, type SequenceView } from './view.ts';

/** What is laid out, and its last stretch. */
type Laid = { readonly view: SequenceView; readonly stretch: Stretch };

type Known = Laid & {
  /** What came since something came late, in order of arrival, and is not laid out yet. */
  readonly belated: readonly Entry[];
  /** How many of these are laid out at once. */
  readonly patience: number;
};

/** Some entries in the order in which they are laid out, and the picture above them: from here it can be laid out anew. */
type Stretch = { readonly above: SequenceView; readonly entries: readonly Entry[]; readonly before?: Stretch };

const longest = 64;
/** Whoever goes further back than this at each time has much to tell: it is heard out before everything is laid out anew. */
const far = 16 * longest;

/** Who did, met and sent what, line by line, after any number of entries. */
export function sequenceMoments(entries: readonly Entry[], clock: Clock = ownClock) {
  const fold = sequenceFold(clock);
  const at = moments(fold, entries);
  return (moment: number): SequenceView => fold.view(at(moment));
}

/** What is known of a sequence, from which the picture is laid out when somebody looks. */
export function sequenceFold(clock: Clock = ownClock): Fold<Known> & { view(known: Known): SequenceView } {
  function advance(known: Known, entry: Entry): Known {
    if (known.belated.length === 0) {
      const began = known.view.count ? known.view.began : clock(entry);
      const view = add({ ...known.view, began }, entry, clock(entry));
      if (view) return { ...known, ...below(known, entry, view) };
    }
    const belated = [...known.belated, entry];
    return belated.length < known.patience ? { ...known, belated } : laidOut({ ...known, belated });
  }

  /** Something turns out to belong above what is there: from the stretch below it on, all is laid out anew. */
  function laidOut({ view, stretch, belated, patience }: Known): Known {
    const again = [belated, stretch.entries];
    while (stretch.before && !belated.every((entry) => canFollow(stretch.above, entry))) {
      stretch = stretch.before;
      again.push(stretch.entries);
    }
    const { above } = stretch;
    const entries = again.reverse().flat();
    const ordered = causalOrder(entries, clock, (entry, station) => hasBeenAt(above.post, entry, station));

    const post = { ...above.post, numbers: belated.reduce(numbered, view.post.numbers) };
    let laid: Laid = { view: { ...above, began: view.began, post }, stretch: { ...stretch, entries: [] } };
    let now = view.now;
    for (const entry of ordered) {
      laid = below(laid, entry, add(laid.view, entry, clock(entry), true)!);
      if (entry === belated.at(-1)) now = laid.view.now;
    }
    const shown = { ...laid.view, ...(now && { now }) };
    return { ...laid, view: shown, belated: [], patience: entries.length > far ? 2 * patience : longest };
  }

  return {
    start: { view: nothingYet, stretch: { above: nothingYet, entries: [] }, belated: [], patience: longest },
    advance,
    view: (known) => (known.belated.length ? laidOut(known).view : known.view),
  };
}

function below({ view: above, stretch }: Laid, entry: Entry, view: SequenceView): Laid {
  const isFull = stretch.entries.length === longest;
  if (isFull) return { view, stretch: { above, entries: [entry], before: stretch } };
  return { view, stretch: { ...stretch, entries: [...stretch.entries, entry] } };
}
