/** One fact about a call: who did or met what, on which connection, and when. A trace is a list of these. */
export type Entry = {
  /** Unique across pages and server: 'alice:12'. */
  id: string;
  /** The order of arrival in the trace that holds it. */
  seq: number;
  /** Milliseconds on the actor's own clock; the clock's offset stands in the trace's header. */
  at: number;
  who: 'alice' | 'bob' | 'server' | (string & {});
  /** Which connection, channel or track of theirs: 'pc1', 'chat'. */
  on?: string;
  what: 'call' | 'return' | 'throw' | 'event' | 'state' | 'sent' | 'received' | 'held' | 'refused' | 'step' | 'note';
  name: string;
  /** A plain copy, made at that instant. */
  body?: unknown;
  /** The call that this returns, throws or follows from. */
  of?: string;
  /** The message that was sent, held and received: one id on all three. */
  mail?: string;
  /** The very line that made the call. */
  line?: SourceLine;
};

export type SourceLine = readonly [file: string, line: number];
