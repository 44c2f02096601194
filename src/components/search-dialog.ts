import { piecesOf } from './excerpt.ts';

type Part = { url: string; title: string; excerpt: string };
/** A chapter of a page, or the page itself. */
type Found = Part & { page: string };
/** A term, an error or a lab says of itself what `page` it is of, and perhaps its `name`. */
type Meta = { title: string; page?: string; name?: string };
type Hit = { data(): Promise<{ url: string; meta: Meta; excerpt: string; sub_results: Part[] }> };
type Pagefind = {
  options(options: object): Promise<void>;
  debouncedSearch(words: string): Promise<{ results: Hit[] } | null>;
};

const dialog = document.querySelector<HTMLDialogElement>('#search')!;
const input = dialog.querySelector('input')!;
const status = dialog.querySelector('[role="status"]')!;
const list = dialog.querySelector('ol')!;

let index: Promise<Pagefind> | undefined;
let turn = 0;

export function openSearch() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  void search();
}

dialog.querySelector('[data-part="close"]')!.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
dialog.querySelector('form')!.addEventListener('submit', (event) => {
  event.preventDefault();
  list.querySelector('a')?.click();
});
// A hit may be on this very page: then nothing is loaded that would close the dialog.
list.addEventListener('click', ({ target }) => (target as HTMLElement).closest('a') && dialog.close());
input.addEventListener('input', search);

dialog.addEventListener('keydown', (event) => {
  const links = [...list.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) {
    // Whoever goes on writing means the field, wherever they stand in the list.
    if (at >= 0 && event.key.length === 1 && !event.ctrlKey && !event.metaKey) input.focus();
    return;
  }
  event.preventDefault();
  const next = at + step;
  if (next < 0) input.focus();
  else links[Math.min(next, links.length - 1)]?.focus();
});

async function search() {
  const words = input.value.trim();
  const mine = ++turn;
  if (!words) return show([], 'Type a word: an error’s name, a method, a thing you want to do.');
  try {
    index ??= load();
    const answer = await (await index).debouncedSearch(words);
    if (!answer || mine !== turn) return;
    const pages = await Promise.all(answer.results.slice(0, 8).map((result) => result.data()));
    if (mine !== turn) return;
    const found = pages.flatMap(({ url, meta, excerpt, sub_results }) =>
      sub_results.length && !meta.page
        ? sub_results.slice(0, 3).map((part) => ({ ...part, page: meta.title }))
        : [{ url, title: meta.name ?? meta.title, excerpt, page: meta.page ?? meta.title }],
    );
    show(found, found.length ? counted(found.length) : `Nothing found for “${words}”.`);
  } catch {
    index = undefined;
    if (mine === turn) show([], 'The search index can’t be reached: it is made when the site is built.');
  }
}

const counted = (places: number) => (places === 1 ? 'One place.' : `${places} places.`);

async function load(): Promise<Pagefind> {
  const address = '/pagefind/pagefind.js';
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  await pagefind.options({ excerptLength: 18 });
  return pagefind;
}

function show(found: Found[], says: string) {
  status.textContent = says;
  list.replaceChildren(
    ...found.map(({ url, title, page, excerpt }) => {
      const link = document.createElement('a');
      link.href = url;
      if (page !== title) link.append(element('small', page));
      link.append(
        element('b', title),
        element('span', ...piecesOf(excerpt).map(({ text, marked }) => (marked ? element('mark', text) : text))),
      );
      return element('li', link);
    }),
  );
}

function element(name: string, ...children: (Node | string)[]) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}
