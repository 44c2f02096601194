import type { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { type SqliteBook, sqliteBook } from './sqlite-book.ts';
import { cannotKeep, openCopy, openFile } from './sqlite-file.ts';

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
let open: ReturnType<typeof bookIn> | undefined;
let copy: typeof open;

parentPort!.on('message', (question: Question) => parentPort!.postMessage(answer(question)));

function answer(question: Question): Answer {
  const { id } = question;
  try {
    return { id, value: question.call === 'close' ? close() : act(question) };
  } catch (error) {
    const { why, message } = cannotKeep(error);
    return { id, why, message };
  }
}

function close() {
  open?.close();
  copy?.close();
}

function act({ call, args }: Asked): unknown {
  return (bookFor(call)[call] as (...args: unknown[]) => unknown)(...args);
}

/** What is the matter with the file may be mended while we wait, so it is tried again each time. */
function bookFor(call: Asked['call']): SqliteBook {
  try {
    open ??= bookIn(openFile(file, mostBytes), mostBytes);
    return open.book;
  } catch (error) {
    const isToRead = call === 'read' || call === 'list';
    if (!isToRead || cannotKeep(error).why !== 'read-only') throw error;
    copy ??= bookIn(openCopy(file));
    return copy.book;
  }
}

function bookIn(db: DatabaseSync, most?: number) {
  return { book: sqliteBook(db, most), close: () => db.close() };
}
