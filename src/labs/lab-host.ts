import type { Source } from './lab.ts';
import type { RunningLab } from './run-lab.ts';

const retryKey = 'trickle:retry';

type State = 'idle' | 'loading' | 'running' | 'failed';

/** Loads a lab when its reader presses Start and stops it when they leave. Until then it costs next to nothing. */
export class LabHost extends HTMLElement {
  /** Ends the lab that runs. One at a time on a page: starting another lets go of the camera first. */
  static #leave = new AbortController();

  /** The lab since its last start, and what has happened in it. */
  lab: RunningLab | undefined;

  connectedCallback() {
    this.#part('start').addEventListener('click', () => this.start());
    this.#part('stop').addEventListener('click', () => LabHost.#leave.abort());
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name.startsWith('source-')) this.#changeSource();
    });
    addEventListener('pagehide', () => LabHost.#leave.abort());
    if (sessionStorage.getItem(retryKey) === this.getAttribute('name')) {
      sessionStorage.removeItem(retryKey);
      this.start();
    }
  }

  async start() {
    if (this.dataset.state === 'failed') return this.#retry();
    LabHost.#leave.abort();
    const leave = (LabHost.#leave = new AbortController());
    leave.signal.addEventListener('abort', () => this.#show('idle'));
    this.#show('loading', 'Loading the lab …');
    try {
      const { runLab } = await import('./run-lab.ts');
      this.lab = await runLab({
        name: this.getAttribute('name')!,
        root: this.#part('stage'),
        source: this.#source(),
        signal: leave.signal,
      });
      if (!leave.signal.aborted) this.#show('running');
    } catch (error) {
      if (leave.signal.aborted) return;
      leave.abort();
      this.#show('failed', `The lab could not start: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** By reloading the page: Firefox remembers that a module could not be fetched, and never asks for it again. */
  #retry() {
    sessionStorage.setItem(retryKey, this.getAttribute('name')!);
    location.reload();
  }

  #changeSource() {
    localStorage.setItem('trickle:source', this.#source());
    if (this.dataset.state === 'running' || this.dataset.state === 'loading') this.start();
  }

  #source() {
    return this.querySelector<HTMLInputElement>('[name^="source-"]:checked')!.value as Source;
  }

  #part(name: string) {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  #show(state: State, message = '') {
    this.dataset.state = state;
    this.#part('start').textContent = state === 'failed' ? 'Try again' : 'Start';
    this.#part('status').textContent = message;
  }
}

customElements.define('lab-host', LabHost);
