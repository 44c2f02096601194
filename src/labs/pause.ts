import type { LabHost } from './lab-host.ts';

// Somebody may ask of all labs of a page that they wait. What runs goes on; no lab takes a step, and none is started.

/** What changes no lab: its pictures, what only opens or leads elsewhere, and what it plays. */
const looking = '.pictures, [data-looks], [aria-expanded], summary, a, video, audio';
/** Nobody is kept from being silent or unseen, nor from ending what they began. */
const always = '[data-always="true"], [data-part="stop"]';
/** These are changed by more than clicks and words. */
const dials = 'select, input[type="range"], input[type="number"]';
const acts = ['click', 'beforeinput', 'input', 'change', 'submit', 'dragstart', 'drop'] as const;

type Wish = {
  /** Somebody wanted to do something all the same. */
  tried(): void;
  signal: AbortSignal;
};

/** Nothing is disabled: whoever comes by keyboard keeps their place, and everything can still be read. */
export function pauseLabs({ tried, signal }: Wish) {
  for (const host of document.querySelectorAll<LabHost>('lab-host')) {
    host.dataset.paused = '';
    // Whoever wants a lab to start, be it an editor beside it, asks its host.
    host.start = async () => tried();
    host.querySelector('[data-part="stage"]')?.dispatchEvent(new Event('labpause'));
    signal.addEventListener('abort', () => {
      delete host.dataset.paused;
      Reflect.deleteProperty(host, 'start');
    });
  }

  const refuse = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    tried();
  };
  const isAct = ({ target }: Event) =>
    target instanceof Element &&
    target.closest('lab-host') !== null &&
    target.closest(`${looking}, ${always}`) === null;
  const isDial = ({ target }: Event) => (target as Element).matches(dials);

  const listen = (type: string, hear: (event: never) => void) =>
    addEventListener(type, hear as EventListener, { capture: true, signal });
  for (const type of acts) listen(type, (event: Event) => isAct(event) && refuse(event));
  listen('mousedown', (event: Event) => isAct(event) && isDial(event) && refuse(event));
  listen('keydown', (event: KeyboardEvent) => {
    const leaves = event.key === 'Tab' || event.key === 'Escape' || event.ctrlKey || event.metaKey || event.altKey;
    if (!leaves && isAct(event) && isDial(event)) refuse(event);
  });
}
