import type { Problem } from '../editor/problem.ts';
import './edit-code.css';

const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, more: Partial<HTMLElementTagNameMap[Tag]>) =>
  Object.assign(document.createElement(tag), more);
const button = (textContent: string, className = '') => make('button', { type: 'button', textContent, className });

/** What stands around the editor of a file: its buttons, what is said of it, and of its keys. */
export function deskFor(file: string) {
  const root = make('div', { className: 'edited' });
  const [run, reset] = [button('Run it', 'strong'), button('As it was')];
  const [whole, close] = [button('Whole file'), button('Close', 'plain')];
  const ways = make('p', { className: 'ways' });
  const status = make('p', { className: 'said' });
  status.setAttribute('role', 'status');
  const goTo = button('', 'small');
  goTo.hidden = true;
  const hint = make('p', { className: 'hint', id: `keys-of-${file.replaceAll(/\W/g, '-')}` });
  hint.textContent = 'Ctrl or Cmd and Enter runs it. Tab indents; Escape, then Tab leaves the editor.';
  const place = make('div', { className: 'place' });
  ways.append(run, reset, whole, close);
  root.append(ways, status, goTo, place, hint);

  return {
    ...{ root, place, run, reset, whole, close, goTo, hint },
    say: (text: string) => {
      status.textContent = text;
    },
    blame(problem: Problem | undefined) {
      root.classList.toggle('wrong', problem !== undefined);
      status.textContent = problem ? `${problem.line ? `Line ${problem.line}. ` : ''}${problem.said}` : '';
      goTo.hidden = problem?.line === undefined;
      goTo.value = String(problem?.line);
      goTo.textContent = `Go to line ${problem?.line}`;
    },
  };
}
