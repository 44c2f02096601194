import type { Entry } from '../../protocol/entry.ts';

/** A picture's memory: what it knows before anything happened, and what one more entry makes of what it knows. */
export type Fold<View> = { readonly start: View; advance(view: View, entry: Entry): View };

const stride = 64;

/**
 * Any moment of a trace that may still grow: the view after its first `moment` entries. Views share structure, so one is
 * kept every so often and the way to any moment is short.
 */
export function moments<View>({ start, advance }: Fold<View>, entries: readonly Entry[]) {
  const kept = [start];
  let last = { moment: 0, view: start };

  return (moment: number): View => {
    const nearest = Math.min(Math.floor(moment / stride), kept.length - 1);
    const stepsOn = last.moment <= moment && last.moment >= nearest * stride;
    let { moment: at, view } = stepsOn ? last : { moment: nearest * stride, view: kept[nearest]! };
    while (at < moment) {
      view = advance(view, entries[at++]!);
      if (at === kept.length * stride) kept.push(view);
    }
    last = { moment, view };
    return view;
  };
}
