import type { Hello, News, Request, Welcome } from '../../protocol/messages.ts';
import type { Reply } from '../../protocol/refusal.ts';
import type { Granted } from '../../protocol/room.ts';
import type { Witnessed } from '../../protocol/witness.ts';

/** A request with the id by which it is applied once, however often it is sent. */
export type Asked = Request & { mail: string };

/** One connection to a room, until it is lost. */
export type Line = {
  /** What is asked on a line that is lost is never answered; somebody has to ask again on another. */
  ask(request: Asked): Promise<Reply<Granted>>;
  close(): void;
};

export type Welcomed = Pick<Welcome, 'you' | 'resumed' | 'last' | 'peers'> & { token?: string };

/** A text as it stands on the wire. */
export type Overheard = { way: 'out' | 'in'; text: string };

export type Ends = {
  /** Comes first. */
  welcome(welcome: Welcomed, line: Line): void;
  /** What is told to this seat alone has a number. */
  news(news: News, nr?: number): void;
  lost(): void;
  overhear?(text: Overheard): void;
};

/** What sets one carrier apart from another. Both reject when nobody answers. */
export type Transport = {
  dial(hello: Hello, ends: Ends, signal: AbortSignal): Promise<Reply<undefined>>;
  watch(
    hello: Hello,
    see: (entries: Witnessed[]) => void,
    ends: Pick<Ends, 'lost'>,
    signal: AbortSignal,
  ): Promise<Reply<undefined>>;
};
