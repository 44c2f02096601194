import { type Exports, load } from '../editor/load.ts';
import { lineOf, type Problem, saidBy, Unusable } from '../editor/problem.ts';
import type { LineTables } from '../trace/source-line.ts';
import type { Trace } from '../trace/trace.ts';
import { neededBy } from './editable.ts';

type Wanted = { file: string; text: string; names: readonly string[]; blame(problem: Problem): void };

type Version = { exports: Exports; tables: LineTables; follow(trace: Trace, signal: AbortSignal): void };

/** The name under which a trace holds the lines of a version: they are none of the lines that are quoted. */
export const versionOf = (file: string) => `${file}, your version`;

/** A version for one run. What goes wrong in it is told, and goes on to whoever called, as it would anyway. */
export async function loadVersion({ file, text, names, blame }: Wanted): Promise<Version> {
  const { exports, url } = await load(text, names, (path) => {
    const [needed] = neededBy(file, `import {} from '${path}';`);
    return openLabs![needed!] && `globalThis.openLabs[${JSON.stringify(needed)}][0]`;
  });
  const gone = names.find((name) => exports[name] === undefined);
  if (gone) throw new Unusable({ said: `There is no ${gone} any more, and the lab needs it.` });

  // One thing leads to another: what went wrong first is to blame for the rest.
  let isTold = false;
  const first = (problem: Problem) => {
    if (!isTold) blame(problem);
    isTold = true;
  };
  // What a browser refused is told by the trace, which knows the line of the very call.
  const tell = (error: unknown) => {
    const line = lineOf(error, url);
    if (line !== undefined) first({ line, said: saidBy(error) });
  };

  return {
    exports: Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, heard(value, tell)])) as Exports,
    tables: sameLines(versionOf(file), url, text),
    follow(trace, signal) {
      followRefusals(trace, versionOf(file), first, signal);
      addEventListener('error', ({ error }) => tell(error), { signal });
      addEventListener('unhandledrejection', ({ reason }) => tell(reason), { signal });
    },
  };
}

/** A function whose trouble is heard of, or whatever holds such functions. */
function heard(value: unknown, tell: (error: unknown) => void): unknown {
  if (Array.isArray(value)) return value.map((each) => heard(each, tell));
  if (typeof value === 'object' && value && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, heard(each, tell)]));
  if (typeof value !== 'function') return value;
  return function (this: unknown, ...given: unknown[]) {
    try {
      const answer: unknown = Reflect.apply(value, this, given);
      if (answer instanceof Promise) answer.catch(tell);
      return answer;
    } catch (error) {
      tell(error);
      throw error;
    }
  };
}

/** Each line of a version is itself: only its types have gone. */
const sameLines = (file: string, url: string, text: string): LineTables => ({
  [new URL(url.slice('blob:'.length)).pathname]: {
    files: [file],
    rows: text.split('\n').map((_, index) => [index + 1, 1, 0, index + 1]),
  },
});

function followRefusals({ entries, follow }: Trace, file: string, blame: Wanted['blame'], signal: AbortSignal) {
  follow(({ what, of, body }) => {
    const line = what === 'throw' ? entries.findLast(({ id }) => id === of)?.line : undefined;
    const { name, message } = Object(body) as { name?: string; message?: string };
    if (line?.[0] === file) blame({ line: line[1], said: `${name}: ${message}` });
  }, signal);
}
