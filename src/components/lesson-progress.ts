import { recollect, remember } from './memory.ts';
import type { Visit } from './next-lesson.ts';

/** On the page of a lesson: notes that it was opened, and keeps the mark of its reader. */
const key = 'trickle:lessons';
const button = document.querySelector<HTMLButtonElement>('[data-lesson-done]')!;
const lesson = button.dataset.lessonDone!;

let done = recollect<Visit>(key)[lesson]?.done;
save();
button.addEventListener('click', () => {
  done = done === undefined ? Date.now() : undefined;
  save();
});

function save() {
  button.setAttribute('aria-pressed', String(done !== undefined));
  remember<Visit>(key, lesson, { opened: Date.now(), done });
}
