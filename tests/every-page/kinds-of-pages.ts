import { builtPage, sitePages } from '../site-pages.ts';

/**
 * One page for each set of scripts and styles that a page of the built site has: the longest, which has most of what
 * they act on. A page that comes tomorrow with a script of its own is a kind of its own.
 */
export function kindsOfPages(): string[] {
  const longestFirst = sitePages()
    .map((url) => ({ url, html: builtPage(url) }))
    .sort((one, other) => other.html.length - one.html.length);
  const kinds = new Map<string, string>();
  for (const { url, html } of longestFirst) {
    const kind = loaded(html);
    if (!kinds.has(kind)) kinds.set(kind, url);
  }
  return [...kinds.values()];
}

/** What a page names in its head and elsewhere as a script or a stylesheet, in one text. */
const loaded = (html: string) =>
  [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g)]
    .map(([, address]) => address)
    .sort()
    .join(' ');
