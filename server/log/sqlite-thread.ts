import { parentPort, workerData } from 'node:worker_threads';
import { type SqliteBook, sqliteBook } from './sqlite-book.ts';
import { cannotKeep, openFile } from './sqlite-file.ts';

// A thread of its own: a disk that has to be waited for keeps nobody else waiting.

export type Asked = {
  [Call in keyof SqliteBook]: { call: Call; args: Parameters<SqliteBook[Call]> };
}[keyof SqliteBook];
export type Question = { id: number } & (Asked | { call: 'close' });
export type Answer = { id: number } & (
  | { value: unknown }
  | { why: ReturnType<typeof cannotKeep>['why']; message: string }
);

const { file, mostBytes } = workerData as { file: string; mostBytes: number };
let open: { book: SqliteBook; close(): void } | undefined;

parentPort!.on('message', (question: Question) => parentPort!.postMessage(answer(question)));

function answer(question: Question): Answer {
  const { id } = question;
  try {
    return { id, value: question.call === 'close' ? open?.close() : act(question) };
  } catch (error) {
    const { why, message } = cannotKeep(error);
    return { id, why, message };
  }
}

/** What is the matter with the file may be mended while we wait, so it is tried again each time. */
function act({ call, args }: Asked): unknown {
  open ??= openBook();
  return (open.book[call] as (...args: unknown[]) => unknown)(...args);
}

function openBook() {
  const db = openFile(file, mostBytes);
  return { book: sqliteBook(db), close: () => db.close() };
}
