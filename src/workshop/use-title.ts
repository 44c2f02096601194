import { useEffect, useState } from 'preact/hooks';
import type { AgendaItem } from '../../protocol/workshop.ts';
import { pathText, titleOf } from './words.ts';

/** What a page is called: by the agenda, or by itself. */
export function useTitle(page: string, agenda: readonly AgendaItem[] = []): string {
  const planned = agenda.find((item) => item.page === page)?.title;
  const [title, setTitle] = useState(pathText(page));
  useEffect(() => {
    let isWanted = planned === undefined;
    titleOf(page).then((title) => isWanted && setTitle(title));
    return () => {
      isWanted = false;
    };
  }, [page, planned]);
  return planned ?? title;
}
