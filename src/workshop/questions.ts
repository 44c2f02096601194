import { limits } from '../../protocol/workshop/limits.ts';

// The questions of a lesson stand in its page, each with its options, and nowhere else.

export type Question = {
  question: string;
  options: readonly string[];
  right?: number;
  /** What there is to know, where nobody can pick it. */
  answer?: string;
};

const words = (element: Element | null | undefined) => element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const known = ['I know it', 'Not yet'] as const;

export function readQuestions(page: ParentNode): Question[] {
  return [...page.querySelectorAll('[data-question]')].map((asked) => {
    const legend = asked.querySelector('legend')?.cloneNode(true) as Element | undefined;
    if (!asked.matches('.predict')) {
      const question = cut(words(asked.querySelector('summary')), limits.sentence);
      return { question, options: known, answer: words(asked.querySelector('.answer p')) };
    }
    legend?.querySelector('.kind')?.remove();
    const labels = [...asked.querySelectorAll('label')];
    return {
      question: cut(words(legend), limits.sentence),
      options: labels.map((label) => cut(words(label.querySelector('span')), limits.option)),
      right: labels.findIndex((label) => label.querySelector('[data-right]')),
    };
  });
}

const pages = new Map<string, Promise<Question[]>>();

export function questionsOf(page: string): Promise<Question[]> {
  const reading =
    pages.get(page) ??
    fetch(page)
      .then((answer) => answer.text())
      .then((html) => readQuestions(new DOMParser().parseFromString(html, 'text/html')))
      .catch(() => {
        // Asked again, it may be there.
        pages.delete(page);
        return [];
      });
  pages.set(page, reading);
  return reading;
}
