import { recollect, remember } from '../components/memory.ts';
import { codeEditor } from '../editor/code-editor.ts';
import { Unusable } from '../editor/problem.ts';
import { loadVersion } from './load-version.ts';
import './edit-code.css';
import type { LabHost } from './lab-host.ts';

const memory = 'trickle:code';

/** Puts an editor in the place of a quoted file: from then on the lab beside it runs what stands in there. */
export function editCode(opener: HTMLElement) {
  const host = document.querySelector<LabHost>('lab-host')!;
  const figure = opener.closest('section')!.querySelector<HTMLElement>('figure')!;
  const file = figure.dataset.file!;
  const quoted = figure.querySelector('pre')!;
  const built = sourceOf(quoted);
  const kept = recollect<string>(memory)[file];

  const desk = deskFor(file);
  quoted.replaceWith(desk.root);
  opener.hidden = true;

  const editor = codeEditor({
    parent: desk.place,
    text: kept || built,
    label: `${file}, your version`,
    hint: desk.hint.id,
    changed(text) {
      remember(memory, file, text === built ? '' : text);
      desk.reset.disabled = text === built;
    },
    run,
  });
  desk.reset.disabled = !kept;
  if (kept) desk.say('This is your version, as this browser kept it.');

  const lab = host.getAttribute('name')!;
  host.draft = async (trace, tables, signal) => {
    const [own, put] = openLabs![lab]!;
    blame();
    try {
      const version = await loadVersion({ file, text: editor.text, names: Object.keys(own), blame });
      put({ ...own, ...version.exports });
      Object.assign(tables, version.tables);
      version.follow(trace, signal);
      editor.light(undefined);
      trace.follow(({ line }) => line?.[0] === file && editor.light(line[1]), signal);
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
    host.draft = undefined;
    const [own, put] = globalThis.openLabs?.[lab] ?? [];
    put?.(own!);
    opener.hidden = false;
    opener.focus();
    editor.destroy();
    desk.root.replaceWith(quoted);
  }

  desk.run.onclick = run;
  desk.close.onclick = close;
  desk.goTo.onclick = () => editor.goTo(Number(desk.goTo.value));
  desk.reset.onclick = () => {
    editor.text = built;
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

/** A quote leaves out the marks of its regions: empty lines stand for them, so that each keeps its number. */
function sourceOf(quoted: Element) {
  const lines: string[] = [];
  for (const line of quoted.querySelectorAll<HTMLElement>('[data-line]'))
    lines[Number(line.dataset.line) - 1] = line.textContent;
  return `${Array.from(lines, (text) => text ?? '').join('\n')}\n`;
}

type Said = Unusable['problem'];

function deskFor(file: string) {
  const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, more: Partial<HTMLElementTagNameMap[Tag]>) =>
    Object.assign(document.createElement(tag), more);
  const button = (textContent: string, className = '') => make('button', { type: 'button', textContent, className });

  const root = make('div', { className: 'edited' });
  const [run, reset, close] = [button('Run it', 'strong'), button('As it was'), button('Close', 'plain')];
  const ways = make('p', { className: 'ways' });
  const status = make('p', { className: 'said' });
  status.setAttribute('role', 'status');
  const goTo = button('', 'small');
  goTo.hidden = true;
  const hint = make('p', { className: 'hint', id: `keys-of-${file.replaceAll(/\W/g, '-')}` });
  hint.textContent = 'Ctrl or Cmd and Enter runs it. Tab indents; Escape, then Tab leaves the editor.';
  const place = make('div', { className: 'place' });
  ways.append(run, reset, close);
  root.append(ways, status, goTo, place, hint);

  return {
    ...{ root, place, run, reset, close, goTo, hint },
    say: (text: string) => {
      status.textContent = text;
    },
    blame(problem: Said | undefined) {
      root.classList.toggle('wrong', problem !== undefined);
      status.textContent = problem ? `${problem.line ? `Line ${problem.line}. ` : ''}${problem.said}` : '';
      goTo.hidden = problem?.line === undefined;
      goTo.value = String(problem?.line);
      goTo.textContent = `Go to line ${problem?.line}`;
    },
  };
}
