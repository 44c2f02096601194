import type { Surface } from './display-options.ts';
import { paintScreen } from './paint-screen.ts';
import './screen-dialogs.css';

type Picked = { surface: Surface; withSound: boolean };

/** What a browser asks before a page may see a screen. Nobody answers when whoever asked is gone. */
export function pickSurface(
  surfaces: readonly Surface[],
  offerSound: boolean,
  signal: AbortSignal,
): Promise<Picked | undefined> {
  const { promise, resolve } = Promise.withResolvers<Picked | undefined>();
  const dialog = element('dialog', { className: 'screen-picker' });
  dialog.setAttribute('aria-label', 'What to share');
  const sound = element('input', { type: 'checkbox', checked: true });
  const choices = surfaces.map((surface) => {
    const button = element('button', { type: 'button', onclick: () => answer({ surface, withSound: heard(surface) }) });
    button.append(miniature(surface), surface.name);
    return button;
  });
  const heard = ({ displaySurface }: Surface) => offerSound && sound.checked && displaySurface !== 'window';

  const shelf = element('div', { className: 'surfaces' });
  shelf.append(...choices);
  const label = element('label', { hidden: !offerSound });
  label.append(sound, 'With its sound (a window has none)');
  const cancel = element('button', { type: 'button', textContent: 'Cancel', onclick: () => answer(undefined) });
  dialog.append(
    element('p', { textContent: 'The synthetic browser asks you: what may this page see?' }),
    shelf,
    label,
    cancel,
  );
  dialog.oncancel = () => answer(undefined);
  document.body.append(dialog);
  dialog.showModal();

  function answer(picked: Picked | undefined) {
    dialog.close();
    dialog.remove();
    resolve(picked);
  }
  signal.addEventListener('abort', () => answer(undefined));
  return promise;
}

function miniature(surface: Surface) {
  const canvas = element('canvas', { width: 160, height: (160 * surface.height) / surface.width });
  canvas.setAttribute('aria-hidden', 'true');
  paintScreen(canvas, surface, new Date());
  return canvas;
}

/** The browser's own button, which no page can take away. */
export function showBar(text: string, over: AbortSignal, stop: () => void) {
  const bar = element('section', { className: 'sharing-bar' });
  bar.setAttribute('aria-label', 'The synthetic browser');
  const button = element('button', { type: 'button', textContent: 'Stop sharing', onclick: stop });
  bar.append(element('span', { textContent: text }), button);
  document.body.append(bar);
  over.addEventListener('abort', () => bar.remove());
}

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: object,
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);
