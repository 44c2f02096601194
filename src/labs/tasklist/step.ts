import type { Entry } from '../../../protocol/entry.ts';
import type { Call } from './call.ts';

export type Side = 'alice' | 'bob';

/** One of the 23, or one that they leave out and a call needs. */
export type Step = {
  /** Its number, or where it has none a name. */
  readonly key: string;
  /** Whose page takes it. */
  readonly side: Side;
  readonly who: Side | 'server';
  readonly act: Act['key'];
  readonly name: string;
  /** What happens, as one would tell somebody who looks on. */
  readonly tells: string;
  /** Where its lines stand in tasklist.ts. */
  readonly region?: string;
  /** Nobody takes it: it is begun by the step named here, or by the browser alone. */
  readonly byItself?: { readonly after: string };
  run?(call: Call): Promise<void>;
  /** What shows that it has happened, where that is not its own end. */
  isShownBy?(entry: Entry): boolean;
  /** What it waits for, where that is not in the hands of whoever takes it. */
  readonly waitsFor?: string;
  /** What must be true before it. */
  readonly before: Condition;
  /** What must be true after it. */
  readonly after: Condition;
  readonly why: string;
};

export type Condition = { readonly says: string; holds(call: Call): boolean };

export type Act = { readonly key: string; readonly title: string; readonly tells: string };

export const isNumbered = ({ key }: Pick<Step, 'key'>) => /^\d/.test(key);
