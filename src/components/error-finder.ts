import { matchError, type Verdict } from '../content/match-error.ts';

const page = document.querySelector<HTMLElement>('[data-errors]')!;
const field = page.querySelector('textarea')!;
const status = page.querySelector('[role="status"]')!;
const unknown = page.querySelector<HTMLElement>('[data-part="unknown"]')!;
const articles = [...page.querySelectorAll<HTMLElement>('article')];

const wordings = articles.flatMap((article) =>
  [...article.querySelectorAll('[data-wording]')].map(({ textContent }) => ({ slug: article.id, says: textContent })),
);

field.addEventListener('input', find);
field.form!.addEventListener('submit', (event) => event.preventDefault());
// Whoever comes back finds the field as they left it.
find();

function find() {
  const verdict = matchError(field.value, wordings);
  const slugs = 'slugs' in verdict ? verdict.slugs : undefined;
  for (const article of articles) article.hidden = slugs !== undefined && !slugs.includes(article.id);
  unknown.hidden = verdict.kind !== 'unknown' && verdict.kind !== 'named';
  status.textContent = sentence(verdict);
}

function sentence(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'nothing':
      return '';
    case 'known':
      return verdict.slugs.length === 1
        ? 'Known. Here is why, and what to do.'
        : `Known, and it can be one of ${verdict.slugs.length} things.`;
    case 'alike':
      return 'Not word for word. This comes nearest:';
    case 'named':
      return `These words are not in the table. Below is what is known as ${verdict.name}.`;
    case 'unknown':
      return 'This is not in the table.';
  }
}
