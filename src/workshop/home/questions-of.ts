/** What a question of a lesson was, in the words of its page, and what would have been right. */
export type Question = { asked?: string; right?: string };

const text = (element: Element | null | undefined) =>
  element?.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, 2_000);

/** The questions of these names, `/lessons/…/#predict-…`, read off their pages: each page is fetched once. */
export async function questionsOf(names: readonly string[]): Promise<Map<string, Question>> {
  const pages = new Set(names.map((name) => name.split('#')[0]!).filter((page) => page.startsWith('/')));
  const found = await Promise.all([...pages].map(questionsOn));
  return new Map(found.flat());
}

async function questionsOn(page: string): Promise<[string, Question][]> {
  try {
    const html = await (await fetch(page)).text();
    const document = new DOMParser().parseFromString(html, 'text/html');
    return [...document.querySelectorAll<HTMLElement>('[data-question]')].map((question) => {
      const legend = question.matches('details') ? question.querySelector('summary') : question.querySelector('legend');
      for (const kind of legend?.querySelectorAll('.kind') ?? []) kind.remove();
      const asked = text(legend);
      const right = text(question.querySelector('[data-right]')?.closest('label')?.querySelector('span'));
      return [question.dataset.question!, { ...(asked && { asked }), ...(right && { right }) }];
    });
  } catch {
    return [];
  }
}
