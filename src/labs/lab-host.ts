import { recollect, remember } from '../components/memory.ts';
import type { Draft } from './edited.ts';
import type { Source } from './lab.ts';
import type { RunningLab } from './run-lab.ts';

type State = 'idle' | 'loading' | 'running' | 'failed';

const memory = 'trickle:labs';

/** Loads a lab when its reader presses Start and stops it when they leave. Until then it costs next to nothing. */
export class LabHost extends HTMLElement {
  /** Ends the lab that runs. One at a time on a page: starting another lets go of the camera first. */
  static #leave = new AbortController();

  /** The lab since its last start, and what has happened in it. */
  lab: RunningLab | undefined;

  /** What stands in an editor beside it, to be run in the place of the lab's own file. */
  declare draft?: Draft;

  connectedCallback() {
    this.#part('start').addEventListener('click', () => this.start());
    this.#part('stop').addEventListener('click', () => LabHost.#leave.abort());
    this.#part('tone').addEventListener('change', () => this.#hum());
    for (const source of this.#sources) source.addEventListener('change', () => this.#changeSource());
    // Hardly anybody edits: the editor comes along when somebody does.
    for (const opener of document.querySelectorAll<HTMLElement>(`[data-edit="${this.#name}"]`))
      opener.onclick = async () => (await import('./run-lab.ts')).editCode(opener, this);
    addEventListener('pagehide', ({ type }) => LabHost.#leave.abort(type));

    const { source, again } = recollect<string>(memory);
    for (const input of this.#sources) if (input.value === source) input.checked = true;
    // Only right after Try again: a camera must never open because of what was pressed some other day.
    const [name, when] = String(again).split(' ');
    remember(memory, 'again', '');
    if (name === this.#name && Date.now() - Number(when) < 10_000) this.start();
  }

  async start() {
    if (this.dataset.state === 'failed') return this.#tryAgain();
    LabHost.#leave.abort();
    const leave = (LabHost.#leave = new AbortController());
    leave.signal.addEventListener('abort', () => this.#show('idle'));
    this.#show('loading', 'Loading the lab …');
    try {
      const { runLab } = await import('./run-lab.ts');
      this.lab = await runLab({
        name: this.#name,
        root: this.#part('stage'),
        source: this.#source,
        params: this.dataset.params ?? location.search,
        pair: this.dataset.pair,
        draft: this.draft,
        signal: leave.signal,
      });
      if (leave.signal.aborted) return;
      this.#hum();
      this.#show('running');
    } catch (error) {
      if (leave.signal.aborted) return;
      leave.abort();
      this.#show('failed', `The lab could not be loaded. Is the server still there? (${(error as Error).message})`);
    }
  }

  /** By loading the page anew: Firefox remembers that a module could not be fetched, and never asks for it again. */
  async #tryAgain() {
    try {
      await fetch(location.href, { method: 'HEAD' });
    } catch {
      // Still no server: loading the page anew would take the lesson away as well.
      return this.#show('failed', 'Still no answer from the server.');
    }
    remember(memory, 'again', `${this.#name} ${Date.now()}`);
    location.reload();
  }

  #changeSource() {
    remember(memory, 'source', this.#source);
    if (this.dataset.state === 'running' || this.dataset.state === 'loading') this.start();
  }

  #hum() {
    this.lab?.hum(this.#part<HTMLInputElement>('tone').checked);
  }

  get #name() {
    return this.getAttribute('name')!;
  }

  get #sources() {
    return [...this.querySelectorAll<HTMLInputElement>('[name^="source-"]')];
  }

  get #source() {
    // A lab that needs no picture offers no choice of one.
    return (this.#sources.find(({ checked }) => checked)?.value ?? 'synthetic') as Source;
  }

  #part<Part extends HTMLElement>(name: string) {
    return this.querySelector<Part>(`[data-part="${name}"]`)!;
  }

  #show(state: State, message = '') {
    // The button that was pressed is about to go: whoever came by keyboard is taken to the other one.
    const hadFocus = this.contains(document.activeElement);
    this.dataset.state = state;
    if (hadFocus) this.#part(state === 'running' ? 'stop' : 'start').focus();
    this.#part('start').textContent = state === 'failed' ? 'Try again' : 'Start';
    this.#part('status').textContent = message;
  }
}

customElements.define('lab-host', LabHost);
