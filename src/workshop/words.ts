import type { Partner } from '../../protocol/workshop/views.ts';

/** "just now", "3 min", "1 h 5 min". */
export function howLong(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** "4:05" */
export function clockText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What a page calls itself, where nobody has said: '/labs/tasklist/' is "tasklist". */
export const pathText = (page: string) =>
  page.split('/').filter(Boolean).at(-1)?.replaceAll('-', ' ') ?? 'the first page';

const titles = new Map<string, Promise<string>>();

/** The title of a page of this site. */
export function titleOf(page: string): Promise<string> {
  const known =
    titles.get(page) ??
    fetch(page)
      .then((answer) => answer.text())
      .then((html) => new DOMParser().parseFromString(html, 'text/html').title.replace(/ · Trickle$/, ''))
      .catch(() => pathText(page));
  titles.set(page, known);
  return known;
}

/** What the two of a lab are called, and who stands between them. */
export const partOf = { alice: 'Alice', bob: 'Bob', server: 'the server' } as const;

/** "Cyd is Bob", "Cyd is Bob (not here)". */
export const sayPartner = ({ name, plays, isHere }: Partner) =>
  `${name} is ${partOf[plays]}${isHere ? '' : ' (not here)'}`;
