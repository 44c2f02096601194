import type { Fact } from '../trace.ts';

/** What is said of one object. Whose it is and what it is called are known already; a body may still be live. */
export type Note = Omit<Fact, 'who' | 'on'>;

export type States = Readonly<Record<string, (object: object) => unknown>>;

/** What a watched object does and holds. */
export type Watch = {
  /** Overrides what the kind is called. */
  called?: string;
  /** A name of its own, which needs no number. */
  label?: string;
  /** States by the name of their entries, read again whenever something may have changed them. */
  states?: States;
  /** How each of its events is told, and what comes with it. */
  events?: Readonly<Record<string, (event: Event) => Partial<Note> & { brings?: readonly unknown[] }>>;
  /** What is met together with it. */
  holds?: readonly unknown[];
  /** How the arguments of a call are told, if not as they are. */
  given?(name: string, given: readonly unknown[]): readonly unknown[];
  /** What a call that returned amounts to. */
  done?(name: string, given: readonly unknown[]): Note | undefined;
};

/** What all objects of an interface have in common. */
export type Kind = {
  /** What they are called before their number. */
  called: string;
  /** Every method, if not said otherwise. */
  methods?: readonly string[];
  setters?: readonly string[];
  /** Attributes that make their object when they are first read, and make the page wait for it: read by it alone. */
  getters?: readonly string[];
  watch(object: object, who: string): Watch;
};

/** How an event is told that says no more than its type. */
export const justSo = () => ({});
