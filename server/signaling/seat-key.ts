import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.ts';

const length = 32;

/** The key by which seats are signed: made once, for nobody else to read, and kept, so that a seat outlives us. */
export function seatKey(folder: string): Buffer {
  const file = join(folder, 'seats.key');
  try {
    mkdirSync(folder, { recursive: true });
    if (!existsSync(file)) make(file);
    const key = readFileSync(file);
    if (key.length === length) return key;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Problem(`${file} cannot be used (${code}). See to it that this user may read and write it.`, { cause });
  }
  throw new Problem(`${file} is damaged. Remove it: a new one is made, and everybody gets a new seat.`);
}

/** Whole or not at all, and the first of two processes that start together makes it for both. */
function make(file: string) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(length), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    // Some disks know no links. There the last of two that start together wins, and the other's seats are new ones.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
