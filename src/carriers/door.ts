import type { Trace } from '../trace/trace.ts';
import type { Heard } from './carrier.ts';

type Kind = 'offerWaiting' | 'answered' | 'candidateFound';
type Arrived<What extends Kind = Kind> = Extract<Heard, { what: What }>;

export type Door = ReturnType<typeof openDoor>;

/** What arrives waits at the door of the page, kind by kind, until somebody asks for it. That it waits is noted. */
export function openDoor(who: string, trace: Pick<Trace, 'append'>) {
  const waiting: Arrived[] = [];
  const askers = new Map<Kind, (news: Arrived) => void>();

  const note = (what: 'held' | 'received', news: Arrived) => void trace.append({ who, what, ...labelOf(news) });

  function fetch<What extends Kind>(kind: What): Arrived<What> | undefined {
    const at = waiting.findIndex(({ what }) => what === kind);
    const [news] = at < 0 ? [] : waiting.splice(at, 1);
    if (news) note('received', news);
    return news as Arrived<What> | undefined;
  }

  return {
    put(news: Arrived) {
      const ask = askers.get(news.what);
      if (ask) return ask(news);
      waiting.push(news);
      note('held', news);
    },

    /** The next of a kind, as soon as it is there. */
    async next<What extends Kind>(kind: What): Promise<Arrived<What>> {
      const here = fetch(kind);
      if (here) return here;
      const { promise, resolve } = Promise.withResolvers<Arrived>();
      askers.set(kind, (news) => {
        askers.delete(kind);
        resolve(news);
      });
      return (await promise) as Arrived<What>;
    },

    /** Whatever waits now. */
    all<What extends Kind>(kind: What): Arrived<What>[] {
      const all: Arrived<What>[] = [];
      for (let news = fetch(kind); news; news = fetch(kind)) all.push(news);
      return all;
    },

    /** Whatever waits, and whatever comes from now on. */
    each<What extends Kind>(kind: What, hear: (news: Arrived<What>) => void) {
      for (let news = fetch(kind); news; news = fetch(kind)) hear(news);
      askers.set(kind, (news) => hear(news as Arrived<What>));
    },
  };
}

function labelOf(news: Arrived) {
  if (news.what === 'offerWaiting') return { name: 'offer', mail: news.offer.mail };
  return { name: news.what === 'answered' ? 'answer' : 'candidate', mail: news.mail };
}
