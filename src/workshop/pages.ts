/** The pages of this copy of the site, in the order of the book: /workshop/ has them in a template. */
export type Page = { page: string; title: string; kind: string; forTwo?: boolean };

export const readPages = (root: ParentNode = document): Page[] =>
  [...(root.querySelector<HTMLTemplateElement>('[data-pages]')?.content.querySelectorAll('a') ?? [])].map((link) => ({
    page: link.getAttribute('href')!,
    title: link.textContent.trim(),
    kind: link.dataset.kind!,
    forTwo: link.dataset.forTwo !== undefined,
  }));

export const titleIn = (pages: readonly Page[], page: string) => pages.find((one) => one.page === page)?.title;
