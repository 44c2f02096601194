import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import {
  bracketMatching,
  codeFolding,
  foldEffect,
  HighlightStyle,
  LRLanguage,
  syntaxHighlighting,
  unfoldAll,
} from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { effects, marks } from './line-marks.ts';
import { typescript } from './to-javascript.ts';

export type Shown = readonly [first: number, last: number];

type Given = {
  parent: Element;
  text: string;
  /** The lines that are shown, the first and the last of them; the others are folded. */
  shown?: Shown | undefined;
  /** How it is announced, and the id of what is said about its keys. */
  label: string;
  hint: string;
  changed(text: string): void;
  run(): void;
};

const colour = (token: string) => `var(--astro-code-token-${token})`;

/** The colours that quoted code has. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.controlKeyword], color: colour('keyword') },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: colour('string') },
  { tag: tags.comment, color: colour('comment') },
  { tag: [tags.punctuation, tags.operator, tags.bracket], color: colour('punctuation') },
]);

export type CodeEditor = ReturnType<typeof codeEditor>;

/** An editor of TypeScript. Tab indents; after Escape it leads on, as everywhere else. */
export function codeEditor({ parent, text, shown, label, hint, changed, run }: Given) {
  const runs = () => {
    run();
    return true;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        bracketMatching(),
        EditorView.lineWrapping,
        LRLanguage.define({ parser: typescript }),
        syntaxHighlighting(colours),
        marks,
        codeFolding({ preparePlaceholder: countLines, placeholderDOM: folded }),
        keymap.of([{ key: 'Mod-Enter', run: runs }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': hint, autocapitalize: 'off' }),
        EditorView.updateListener.of(({ docChanged, state }) => docChanged && changed(state.doc.toString())),
      ],
    }),
  });

  const fold = (from: number, to: number) => from < to && view.dispatch({ effects: foldEffect.of({ from, to }) });
  if (shown) {
    const { doc } = view.state;
    fold(0, shown[0] > 1 ? doc.line(shown[0] - 1).to : 0);
    fold(shown[1] < doc.lines ? doc.line(shown[1] + 1).from : doc.length, doc.length);
    view.dispatch({ selection: { anchor: doc.line(shown[0]).from } });
  }

  const placeOf = (line: number) => view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines)).from;

  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(now: string) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: now } });
    },
    /** Marks the line in which something is wrong, or none. */
    blame: (line: number | undefined) =>
      view.dispatch({ effects: effects.blame.of(line === undefined ? undefined : placeOf(line)) }),
    /** Marks the line that runs now; without one, it is a line of another file. */
    light: (line: number | undefined) =>
      view.dispatch({ effects: effects.light.of(line === undefined ? undefined : placeOf(line)) }),
    /** Takes these marks back: nothing has run yet. */
    darken: () => view.dispatch({ effects: effects.darken.of() }),
    unfold: () => unfoldAll(view),
    /** Takes the reader there. */
    goTo(line: number) {
      view.dispatch({
        selection: { anchor: placeOf(line) },
        effects: EditorView.scrollIntoView(placeOf(line), { y: 'center' }),
      });
      view.focus();
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

const countLines = ({ doc }: EditorState, { from, to }: { from: number; to: number }) =>
  doc.lineAt(to).number - doc.lineAt(from).number + 1;

function folded(_view: EditorView, unfold: (event: Event) => void, lines: number) {
  const textContent = lines === 1 ? '1 more line' : `${lines} more lines`;
  return Object.assign(document.createElement('span'), { textContent, className: 'folded', onclick: unfold });
}
