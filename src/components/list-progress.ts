import { recollect } from './memory.ts';
import { nextLesson, type Visit } from './next-lesson.ts';

/** On a page that lists lessons: marks those that were opened or done, and turns Start into Continue. */
const progress = recollect<Visit>('trickle:lessons');
const entries = [...document.querySelectorAll<HTMLElement>('[data-lesson]')];

for (const entry of entries) {
  const visit = progress[entry.dataset.lesson!];
  if (!visit) continue;
  entry.dataset.progress = visit.done === undefined ? 'opened' : 'done';
  entry.querySelector('[data-part="progress"]')!.textContent = visit.done === undefined ? 'begun' : 'worked through';
}

const start = document.querySelector<HTMLAnchorElement>('[data-part="next-lesson"]');
if (start) {
  const next = nextLesson(
    entries.map(({ dataset }) => dataset.lesson!),
    progress,
  );
  const link = entries.find(({ dataset }) => dataset.lesson === next?.lesson)?.querySelector('a');
  const verb = next && { start: 'Start', continue: 'Continue', 'go on': 'Go on' }[next.how];
  if (link) start.href = link.href;
  start.querySelector('[data-part="verb"]')!.textContent = verb ?? 'Read again';
  if (link) start.querySelector('[data-part="title"]')!.textContent = link.textContent;
}
