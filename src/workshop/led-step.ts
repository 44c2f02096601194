import { effect, type ReadonlySignal } from '@preact/signals';
import './led-step.css';

/** Labs of this page that go step by step are told at which the class is. They show it; to take it is their learner's. */
export function showLedStep(step: ReadonlySignal<number | undefined>, leaving: AbortSignal) {
  const labs = [...document.querySelectorAll<HTMLElement>('lab-host[data-has-steps]')].map((host) => {
    const note = Object.assign(document.createElement('p'), { className: 'led-step' });
    host.querySelector('[data-part="start"]')!.before(note);
    return { host, note };
  });
  const end = effect(() => {
    for (const { host, note } of labs) {
      if (step.value === undefined) delete host.dataset.classStep;
      else host.dataset.classStep = `${step.value}`;
      note.textContent =
        step.value === undefined
          ? ''
          : `The class is at step ${step.value} of this lab. Start it, and with one more press you are there, too.`;
    }
  });
  leaving.addEventListener('abort', () => {
    end();
    for (const { host, note } of labs) {
      delete host.dataset.classStep;
      note.remove();
    }
  });
}
