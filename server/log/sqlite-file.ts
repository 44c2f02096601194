import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { KeepingTrouble } from '../../protocol/workshop/refusal.ts';
import { CannotKeep } from './durable.ts';

// "Trkl", so that a file of somebody else's is not taken for ours; and which tables it has.
const applicationId = 0x54726b6c;
const version = 1;

const tables = `
  CREATE TABLE input (
    name TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, sort TEXT, who TEXT, text TEXT NOT NULL,
    PRIMARY KEY (name, seq)
  ) WITHOUT ROWID;
  CREATE INDEX input_sort ON input (name, sort, seq) WHERE sort IS NOT NULL;
  CREATE TABLE snapshot (name TEXT PRIMARY KEY, seq INTEGER NOT NULL, text TEXT NOT NULL) WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`;

/** The file, locked for us alone and in order; or what is the matter with it, and it is as it was. */
export function openFile(file: string, mostBytes: number): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // For nobody else to read: names of learners are in it. What SQLite puts beside it is as private.
    closeSync(openSync(file, 'a', 0o600));
    return inOrder(new DatabaseSync(file), mostBytes);
  } catch (error) {
    throw cannotKeep(error);
  }
}

/** What is in a file that may not be written: a copy is opened, with whatever had not found its way into it yet. */
export function openCopy(file: string): DatabaseSync {
  const folder = mkdtempSync(join(tmpdir(), 'trickle-'));
  try {
    const copy = join(folder, basename(file));
    for (const end of ['', '-wal']) if (existsSync(file + end)) writeFileSync(copy + end, readFileSync(file + end));
    const db = inOrder(new DatabaseSync(copy), Infinity);
    db.exec('PRAGMA query_only = 1');
    return db;
  } catch (error) {
    throw cannotKeep(error);
  } finally {
    remove(folder);
  }
}

/** What is open stays readable without its name; on Windows it keeps it, and the system's own cleaning takes it. */
function remove(folder: string) {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {}
}

function inOrder(db: DatabaseSync, mostBytes: number): DatabaseSync {
  try {
    // The lock is the operating system's: it goes with the process, however that ends.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    if (isEmpty(db)) db.exec(tables);
    // Before anything is written: what is not ours stays as it is, in its last byte.
    if (pragma(db, 'application_id') !== applicationId) throw new CannotKeep('damaged', 'It is no file of ours.');
    if (Number(pragma(db, 'user_version')) > version) throw new CannotKeep('newer');
    const check = pragma(db, 'quick_check(1)');
    if (check !== 'ok') throw new CannotKeep('damaged', String(check));
    db.exec('COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    const most = Math.floor(mostBytes / Number(pragma(db, 'page_size')));
    if (most < Infinity) db.exec(`PRAGMA max_page_count = ${most}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const isEmpty = (db: DatabaseSync) =>
  pragma(db, 'application_id') === 0 &&
  db.prepare('SELECT count(*) AS all_of_it FROM sqlite_schema').get()!.all_of_it === 0;

const pragma = (db: DatabaseSync, name: string) => Object.values(db.prepare(`PRAGMA ${name}`).get()!)[0];

// SQLite's primary result codes.
const troubles: Record<number, KeepingTrouble> = {
  3: 'read-only',
  5: 'taken',
  8: 'read-only',
  11: 'damaged',
  13: 'full',
  14: 'read-only',
  26: 'damaged',
};
const systemTroubles: Record<string, KeepingTrouble> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOSPC: 'full',
};

export function cannotKeep(error: unknown): CannotKeep {
  if (error instanceof CannotKeep) return error;
  const { errcode, code, message } = error as { errcode?: number; code?: string; message: string };
  // The higher byte of an extended code only says more.
  const why = errcode === undefined ? systemTroubles[code ?? ''] : troubles[errcode & 0xff];
  return new CannotKeep(why ?? 'failed', message);
}
