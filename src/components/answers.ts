import { recollect, remember } from './memory.ts';

const key = 'trickle:answers';

type Answer = { said: string; at: number };

/** What was predicted, and what was known: kept under the question, to be asked again another day. */
const answers = recollect<Answer>(key);

for (const question of document.querySelectorAll<HTMLElement>('[data-question]')) {
  const said = answers[question.dataset.question!]?.said;
  for (const input of question.querySelectorAll('input')) input.checked = input.value === said;
  question.addEventListener('change', ({ target }) => {
    remember(key, question.dataset.question!, { said: (target as HTMLInputElement).value, at: Date.now() });
  });
}
