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

/** Heard while the focus is in the lab, and in nothing that is written in. */
export function hearKeys(lab: HTMLElement, desk: Desk, signal: AbortSignal) {
  const hear = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey || (target as HTMLElement).matches('input, textarea, select')) return;
    const pressed = keys.find((one) => one.key === key.toLowerCase());
    if (pressed?.looks || !lab.closest('[data-paused]')) pressed?.press(desk, lab);
  };
  lab.addEventListener('keydown', hear, { signal });
}
