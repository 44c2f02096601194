import type { Desk } from './desk.ts';

/** `looks`: nothing is done by it, so it is good while the labs are paused. */
type Key = { key: string; does: string; looks?: true; press(desk: Desk, lab: HTMLElement): void };

const moveBy = (entries: number) => (desk: Desk) => {
  const to = Math.max(0, desk.at.peek() + entries);
  desk.moment.value = to < desk.entries.peek().length ? to : 'live';
};

/** What the lab hears on the keyboard; its help is made of the same list. */
export const keys: readonly Key[] = [
  {
    key: 'n',
    does: 'what the one strong button says: the next act, or the next step',
    press: (_, lab) => lab.querySelector<HTMLElement>('.next')?.click(),
  },
  {
    key: 'p',
    does: 'play step by step, or pause',
    press: ({ playing, play, pause }) => (playing.peek() ? pause() : play()),
  },
  { key: 'b', does: 'look back, one entry', looks: true, press: moveBy(-1) },
  { key: 'f', does: 'forward again, one entry', looks: true, press: moveBy(1) },
  { key: 'l', does: 'back to what is live', looks: true, press: ({ moment }) => (moment.value = 'live') },
  { key: 'o', does: 'start over', press: ({ startOver }) => startOver() },
];

const written = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog, [role=dialog]';

/** Heard on the lab's own page wherever the focus is, beside a lesson in the lab; and in nothing that is written in. */
export function hearKeys(lab: HTMLElement, desk: Desk, signal: AbortSignal) {
  const host = lab.closest<HTMLElement>('lab-host')!;
  const hear = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey || (target as HTMLElement).closest(written)) return;
    const pressed = keys.find((one) => one.key === key.toLowerCase());
    if (pressed?.looks || !lab.closest('[data-paused]')) pressed?.press(desk, lab);
  };
  (host.classList.contains('alone') ? document.body : host).addEventListener('keydown', hear, { signal });
}

/** Whoever stands on a button that goes is taken to the one that takes its place, as soon as there is one. */
export function keepFocus(lab: HTMLElement, signal: AbortSignal) {
  let held: Node | null = null;
  lab.addEventListener('focusin', ({ target }) => (held = target as Node), { signal });
  const observer = new MutationObserver(() => {
    const next = lab.querySelector<HTMLElement>('.next');
    if (!held || lab.contains(held) || !next) return;
    held = null;
    if (document.activeElement === document.body) next.focus({ preventScroll: true });
  });
  observer.observe(lab, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
