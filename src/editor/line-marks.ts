import { type Range, RangeSet, StateEffect, StateField, type Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** What can be said of a line, by where it begins. */
export const effects = {
  /** This one runs now, or one of another file. */
  light: StateEffect.define<number | undefined>(),
  /** Nothing has run yet. */
  darken: StateEffect.define<void>(),
  blame: StateEffect.define<number | undefined>(),
};

type Marks = { ran: readonly number[]; now: number | undefined; blamed: number | undefined };

const none: Marks = { ran: [], now: undefined, blamed: undefined };

/** Which lines ran, which one runs now, and which is to blame. What somebody types moves them along. */
const field = StateField.define<Marks>({
  create: () => none,
  update(marks, transaction) {
    let next = transaction.docChanged ? moved(marks, transaction) : marks;
    for (const effect of transaction.effects) {
      if (effect.is(effects.blame)) next = { ...next, blamed: effect.value };
      if (effect.is(effects.light)) next = lit(next, effect.value);
      if (effect.is(effects.darken)) next = { ...none, blamed: next.blamed };
    }
    return next;
  },
  provide: (field) => EditorView.decorations.compute([field], (state) => drawn(state.field(field), state.doc)),
});

export const marks = field;

const lit = ({ ran, now, blamed }: Marks, at: number | undefined): Marks => ({
  ran: [...new Set(now === undefined ? ran : [...ran, now])].filter((place) => place !== at),
  now: at,
  blamed,
});

function moved({ ran, now, blamed }: Marks, { changes, newDoc }: Transaction): Marks {
  const at = (place: number) => newDoc.lineAt(changes.mapPos(place)).from;
  const maybe = (place: number | undefined) => (place === undefined ? undefined : at(place));
  return { ran: [...new Set(ran.map(at))], now: maybe(now), blamed: maybe(blamed) };
}

type Doc = { lineAt(place: number): { number: number } };

function drawn({ ran, now, blamed }: Marks, doc: Doc): DecorationSet {
  const line = (place: number, attributes: Record<string, string>): Range<Decoration> =>
    Decoration.line({ attributes: { ...attributes, 'data-line': String(doc.lineAt(place).number) } }).range(place);
  return RangeSet.of(
    [
      ...ran.map((place) => line(place, { 'data-ran': 'before' })),
      ...(now === undefined ? [] : [line(now, { 'data-ran': 'now' })]),
      ...(blamed === undefined ? [] : [line(blamed, { class: 'blamed' })]),
    ],
    true,
  );
}
