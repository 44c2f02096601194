import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CannotKeep, type DurableLog, type Listed } from './durable.ts';
import type { Line, PastText } from './sqlite-book.ts';
import type { Answer, Asked, Question } from './sqlite-thread.ts';

type Settle = { resolve(value: never): void; reject(error: Error): void };
type Waiting = { line: Line; resolve(seq: number): void; reject(error: Error): void };

/** One file, one writer. The thread begins with the first question, and the file is there from then on. */
export function sqliteLog<Input>(file: string, mostBytes: number): DurableLog<Input> {
  const asked = new Map<number, Settle>();
  let [worker, count]: [Worker | undefined, number] = [undefined, 0];
  let waiting: Waiting[] = [];
  let isBusy = false;

  function begin(): Worker {
    const thread = new Worker(new URL('./sqlite-thread.ts', import.meta.url), {
      workerData: { file, mostBytes },
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    thread.on('message', ({ id, ...answer }: Answer) => {
      const { resolve, reject } = asked.get(id)!;
      asked.delete(id);
      if ('why' in answer) reject(new CannotKeep(answer.why, answer.message));
      else resolve(answer.value as never);
    });
    thread.on('error', (error) => {
      for (const { reject } of asked.values()) reject(error);
      asked.clear();
      worker = undefined;
    });
    return thread;
  }

  function ask<Value>(question: Asked | { call: 'close' }): Promise<Value> {
    worker ??= begin();
    const id = (count += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Value>();
    asked.set(id, { resolve, reject });
    worker.postMessage({ id, ...question } satisfies Question);
    return promise;
  }

  // #region commit
  /** Whatever comes while the disk is busy goes together: the busier it gets, the more a flush carries. */
  async function commit() {
    if (isBusy) return;
    isBusy = true;
    while (waiting.length > 0) {
      const together = waiting;
      waiting = [];
      try {
        const numbers = await ask<(number | undefined)[]>({ call: 'append', args: [together.map(({ line }) => line)] });
        for (const [nth, { resolve, reject }] of together.entries()) {
          const number = numbers[nth];
          if (number === undefined) reject(new CannotKeep('too-much'));
          else resolve(number);
        }
      } catch (error) {
        for (const { reject } of together) reject(error as Error);
      }
    }
    isBusy = false;
  }
  // #endregion commit

  return {
    append(name, input, about) {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      waiting.push({ line: { name, at: input.at, ...about, text: JSON.stringify(input) }, resolve, reject });
      queueMicrotask(commit);
      return promise;
    },
    async read(name) {
      const past = await ask<PastText | undefined>({ call: 'read', args: [name] });
      if (!past) return;
      const inputs = past.inputs.map(({ seq, text }) => ({ seq, input: JSON.parse(text) as Input }));
      return { snapshot: past.snapshot, inputs };
    },
    keepSnapshot: (name, snapshot, rest) => ask({ call: 'keepSnapshot', args: [name, snapshot, rest] }),
    list: () => ask<Listed[]>({ call: 'list', args: [] }),
    remove: (name) => ask({ call: 'remove', args: [name] }),
    async close() {
      if (!worker) return;
      const ended = once(worker, 'exit');
      await ask({ call: 'close' });
      await worker.terminate();
      await ended;
      worker = undefined;
    },
  };
}
