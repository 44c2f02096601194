/**
 * What this browser remembers for its reader. A private window may have no storage, or one that throws, or one that
 * somebody has written nonsense into: then nothing is remembered, and nothing breaks.
 */
export function recollect<Value>(key: string): Record<string, Value> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key)!);
    return typeof value === 'object' && !Array.isArray(value) ? ((value as Record<string, Value>) ?? {}) : {};
  } catch {
    return {};
  }
}

export function remember<Value>(key: string, name: string, value: Value) {
  try {
    localStorage.setItem(key, JSON.stringify({ ...recollect(key), [name]: value }));
  } catch {
    // Full, or forbidden. The page works without.
  }
}

export type Answer = { said: string; at: number };

const answersKey = 'trickle:answers';
export const recollectAnswers = () => recollect<Answer>(answersKey);

/** What was predicted, and what was known: kept under the question, to be asked again another day. */
export function keepAnswers(questions: Iterable<HTMLElement>) {
  for (const question of questions) {
    const said = recollectAnswers()[question.dataset.question!]?.said;
    for (const input of question.querySelectorAll('input')) input.checked = input.value === said;
    question.onchange = ({ target }) =>
      remember(answersKey, question.dataset.question!, { said: (target as HTMLInputElement).value, at: Date.now() });
  }
}
