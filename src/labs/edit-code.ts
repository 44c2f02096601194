import { recollect, remember } from '../components/memory.ts';
import { codeEditor } from '../editor/code-editor.ts';
import { Unusable } from '../editor/problem.ts';
import { stillShown } from '../editor/still-shown.ts';
import { deskFor } from './desk-for-code.ts';
import type { Editable } from './edited.ts';
import type { Lit } from './light.ts';
import { loadVersion, versionOf } from './load-version.ts';

const memory = 'trickle:code';

/** One at a time: a lab runs one version. */
let closeOpen = () => {};

/** Puts an editor in the place of a quote: from then on the lab of this page runs what stands in there. */
export async function editCode(opener: HTMLElement, host: Editable) {
  const figure = opener.closest('figure')!;
  const file = figure.dataset.file!;
  const built = await (await fetch(`/code/${file}.txt`)).text();
  const kept = recollect<string>(memory)[file];
  closeOpen();

  const desk = deskFor(file);
  const quoted = figure.querySelector('pre')!;
  quoted.replaceWith(desk.root);
  opener.hidden = true;

  const isOpen = new AbortController();
  const shown = stillShown(built, kept || built, linesOf(quoted));
  const editor = codeEditor({
    parent: desk.place,
    text: kept || built,
    shown,
    label: `${file}, your version`,
    hint: desk.hint.id,
    changed(text) {
      remember(memory, file, text === built ? '' : text);
      desk.reset.disabled = text === built;
    },
    run,
  });
  desk.reset.disabled = !kept;
  desk.whole.hidden = !shown;
  if (kept) desk.say('This is your version, as this browser kept it.');
  const lit = ({ detail: line }: Lit) => {
    if (!line) return editor.darken();
    const isOurs = line[0] === (editor.text === built ? file : versionOf(file));
    return editor.light(isOurs ? line[1] : undefined);
  };
  document.addEventListener('lit', lit as unknown as EventListener, { signal: isOpen.signal });

  host.draft = async (trace, tables, signal) => {
    const [own, put] = openLabs![file]!;
    blame();
    if (editor.text === built) return void put(own);
    try {
      const version = await loadVersion({ file, text: editor.text, names: Object.keys(own), blame });
      put({ ...own, ...version.exports });
      Object.assign(tables, version.tables);
      version.follow(trace, signal);
      return undefined;
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      blame(error.problem);
      return { mount: (root) => sayUnusable(root, error) };
    }
  };

  /** Says what is wrong, and marks its line; or takes both back. */
  function blame(problem?: Unusable['problem']) {
    editor.blame(problem?.line);
    desk.blame(problem);
  }

  async function run() {
    await host.start();
    if (host.getBoundingClientRect().bottom < 0) host.scrollIntoView();
  }

  function close() {
    isOpen.abort();
    host.draft = undefined;
    const [own, put] = globalThis.openLabs?.[file] ?? [];
    put?.(own!);
    opener.hidden = false;
    editor.destroy();
    desk.root.replaceWith(quoted);
    closeOpen = () => {};
  }

  closeOpen = close;
  desk.run.onclick = run;
  desk.close.onclick = () => {
    close();
    opener.focus();
  };
  desk.whole.onclick = () => {
    editor.unfold();
    desk.whole.hidden = true;
    editor.focus();
  };
  desk.goTo.onclick = () => editor.goTo(Number(desk.goTo.value));
  desk.reset.onclick = () => {
    editor.text = built;
    desk.whole.hidden = true;
    blame();
    desk.say('As it was. Yours comes back with undo, Ctrl or Cmd and Z.');
    editor.focus();
  };
  editor.focus();
}

function sayUnusable(root: HTMLElement, { message }: Unusable) {
  root.append(Object.assign(document.createElement('p'), { textContent: `Your version does not run. ${message}` }));
  return () => {};
}

function linesOf(quoted: Element): [first: number, last: number] {
  const lines = [...quoted.querySelectorAll<HTMLElement>('[data-line]')].map(({ dataset }) => Number(dataset.line));
  return [lines[0]!, lines.at(-1)!];
}
