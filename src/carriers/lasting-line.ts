import type { Hello, News } from '../../protocol/messages.ts';
import type { Refused, Reply } from '../../protocol/refusal.ts';
import type { Granted } from '../../protocol/room.ts';
import type { Asked, Line, Overheard, Transport, Welcomed } from './line.ts';
import { passes, untilNextTry } from './redial.ts';

type Ends = {
  /** How to introduce oneself this time. */
  hello(): Hello;
  welcome(welcomed: Welcomed): void;
  news(news: News, nr?: number): void;
  lost(): void;
  /** There is no coming back. */
  turnedAway(why: Refused): void;
  overhear?(text: Overheard): void;
};

export type LastingLine = {
  /** What is asked while there is no connection is lost, and so is what a lost connection did not answer. */
  ask(request: Asked, answer: (reply: Reply<Granted>) => void): void;
};

/** A line that is dialled again whenever it is lost, until the signal aborts. */
export function lastingLine(dial: Transport['dial'], ends: Ends, signal: AbortSignal) {
  let line: Line | undefined;
  signal.addEventListener('abort', () => line?.close());
  // A connection from before may look alive for minutes, to a browser that has changed networks.
  globalThis.addEventListener?.('online', () => line?.close(), { signal });

  function connect(): Promise<Reply<undefined>> {
    let mine: Line | undefined;
    const welcome = (welcomed: Welcomed, opened: Line) => {
      if (signal.aborted) return opened.close();
      line = mine = opened;
      ends.welcome(welcomed);
    };
    const news = (news: News, nr?: number) => {
      if (mine && line === mine) ends.news(news, nr);
    };
    const lost = () => {
      if (!mine || line !== mine) return;
      line = undefined;
      if (signal.aborted) return;
      ends.lost();
      void redial();
    };
    return dial(ends.hello(), { welcome, news, lost, overhear: ends.overhear }, signal);
  }

  async function redial() {
    for (let tries = 0; ; tries++) {
      await untilNextTry(tries, signal);
      if (signal.aborted) return;
      // Nobody is there yet: the next try may find somebody.
      const reply = await connect().catch(() => undefined);
      if (reply?.ok) return;
      if (reply && !passes(reply)) return ends.turnedAway(reply);
    }
  }

  return {
    connect,
    get isUp() {
      return line !== undefined;
    },
    ask: (request: Asked, answer: (reply: Reply<Granted>) => void) => void line?.ask(request).then(answer),
  };
}
