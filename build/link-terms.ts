import { glossary, type Term } from '../src/content/glossary.ts';

/** As much as is needed here of what a page is made of. */
type Node = { type: string; tagName?: string; name?: string | null; value?: string };
type Text = { type: 'text'; value: string };
type Link = { type: 'element'; tagName: 'a'; properties: { href: string; className: string[] }; children: Text[] };
type Page = {
  /** Its own for each page. */
  data: object;
  parent(node: Node): Node | undefined;
  replaceNode(node: Node, by: (Text | Link)[]): void;
};

// Names of the interface, links, and headings are left as they are.
const closed = new Set(['a', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table']);

/** Links every term of the glossary where a lesson says it for the first time. */
export function linkTerms() {
  const left = new WeakMap<object, Set<Term>>();
  return {
    name: 'link-terms',
    text(node: Node, page: Page) {
      if (!isRunningText(node, page)) return;
      const terms = left.get(page.data) ?? new Set(glossary);
      left.set(page.data, terms);
      const linked = link(node.value!, terms);
      if (linked.length > 1) page.replaceNode(node, linked);
    },
  };
}

function isRunningText(node: Node, page: Page) {
  for (let above = page.parent(node); above; above = page.parent(above)) {
    if (closed.has(above.tagName ?? '')) return false;
    // Of the components, only a list of steps is running text: a prediction is to be thought about first.
    if (above.type.startsWith('mdxJsx') && above.name !== 'Steps') return false;
  }
  return true;
}

function link(text: string, left: Set<Term>): (Text | Link)[] {
  const [first] = [...left]
    .flatMap((term) => {
      const match = term.said.exec(text);
      return match ? [{ term, word: match[0], at: match.index }] : [];
    })
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  if (!first) return [{ type: 'text', value: text }];
  const { term, word, at } = first;
  left.delete(term);
  const a: Link = {
    type: 'element',
    tagName: 'a',
    properties: { href: `/glossary/#${term.slug}`, className: ['term'] },
    children: [{ type: 'text', value: word }],
  };
  return [{ type: 'text', value: text.slice(0, at) }, a, ...link(text.slice(at + word.length), left)];
}
