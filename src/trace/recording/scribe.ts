import type { SourceLine } from '../../../protocol/entry.ts';
import type { FindLine, Trace } from '../trace.ts';
import type { Stack } from './caller.ts';
import { asGuest } from './guest.ts';
import { finder } from './interface-of.ts';
import type { Note } from './kind.ts';
import { settle } from './natives.ts';
import { plain } from './plain.ts';
import type { Answer } from './subjects.ts';

export type Means = {
  trace: Trace;
  /** Which line of its source a stack came from. Without it no stack is taken. */
  lineOf?(stack: string): SourceLine | undefined;
  /**
   * Whether to note how the promise of a call settles. To follow a promise is to handle it: where a page leaves a
   * rejection unhandled, its `unhandledrejection` would be gone. So only programs are followed that handle theirs; of
   * the others it is noted that they were given a promise.
   */
  followsPromises: boolean;
};

export type Call = { name: string; given: readonly unknown[]; stack?: Stack };

/** Writes down what one object is asked and does. */
export type Scribe = ReturnType<typeof createScribe>;

export function createScribe({ trace, lineOf, followsPromises }: Means, who: string, on: string) {
  const note = ({ what, name, body, of, mail }: Note, line?: FindLine) =>
    trace.append({ who, on, what, name, body: body === undefined ? body : plain(body), of, mail }, line).id;

  /** What fails in here is the recorder's own trouble: it is noted and goes no further. */
  const quietly = <Result>(work: () => Result) =>
    asGuest(work, (error) => note({ what: 'note', name: 'Something could not be recorded.', body: error }));

  /** Notes a call, and how it went when that is known; `arrived` is told of its value just before. */
  function call({ name, given, stack }: Call, arrived: (value: unknown, of: string) => void): Answer {
    const of = note({ what: 'call', name, body: given }, lineOf && stack && (() => lineOf(stack())));
    const returned = (value: unknown) => {
      quietly(() => {
        arrived(value, of);
        note({ what: 'return', name, of, body: value });
      });
    };
    const threw = (error: unknown) => {
      quietly(() => note({ what: 'throw', name, of, body: error }));
    };
    return {
      returned(value) {
        if (!isPromise(value)) returned(value);
        else if (followsPromises) quietly(() => settle(value, returned, threw));
        else quietly(() => note({ what: 'return', name, of, body: value }));
      },
      threw,
    };
  }

  return { on, note, quietly, call, asksForStack: lineOf !== undefined };
}

const promiseOf = finder((name) => name === 'Promise');

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && promiseOf(value) !== undefined;
