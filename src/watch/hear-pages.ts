import * as z from 'zod/mini';
import { entrySchema } from '../../protocol/entry-schema.ts';
import type { Witnessed } from '../../protocol/witness.ts';
import { laneOf } from './lanes.ts';
import { channels, type Telling } from './telling.ts';

const tellingSchema = z.object({
  page: z.string(),
  file: z.string().check(z.maxLength(255)),
  entries: z.array(entrySchema),
  isOver: z.optional(z.boolean()),
});

/** What is known of a recorded page: its name, which nobody else has who is open, and how much of it was seen. */
type Page = { name: string; next: number; isOpen: boolean };

/**
 * Hears what the recorded pages of this browser do, each from its beginning, until the signal aborts. `who` of an entry
 * is the page, and `named` tells what to call it.
 */
export function hearPages(
  see: (entries: Witnessed[]) => void,
  named: (page: string, name: string) => void,
  leaving: AbortSignal,
) {
  const pages = new Map<string, Page>();

  function meet({ page, file }: Telling): Page {
    const taken = new Set([...pages.values()].filter(({ isOpen }) => isOpen).map(({ name }) => name));
    const met = { name: freeName(laneOf({ seat: '', name: file }), taken), next: 0, isOpen: true };
    pages.set(page, met);
    named(page, met.name);
    return met;
  }

  function hear(telling: Telling) {
    const page = pages.get(telling.page) ?? meet(telling);
    page.isOpen = !telling.isOver;
    // Of what came before us, the beginning comes with the answer to our question.
    if ((telling.entries[0]?.seq ?? 0) > page.next) return;
    const unseen = telling.entries.filter(({ seq }) => seq >= page.next);
    page.next += unseen.length;
    if (unseen.length > 0) see(unseen.map(({ seq: _, ...entry }) => ({ ...entry, who: telling.page })));
  }

  const [asked, told] = [new BroadcastChannel(channels.asked), new BroadcastChannel(channels.told)];
  told.onmessage = ({ data }) => {
    const read = tellingSchema.safeParse(data);
    if (read.success) hear(read.data as Telling);
  };
  leaving.addEventListener('abort', () => {
    asked.close();
    told.close();
  });
  asked.postMessage('');
}

function freeName(name: string, taken: ReadonlySet<string>) {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} ${count}`;
  return free;
}
