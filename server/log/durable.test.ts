import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { folderWith } from '../house.fixture.ts';
import type { About, DurableLog } from './durable.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { sqliteLog } from './sqlite.ts';
import { sqliteBook } from './sqlite-book.ts';
import { openFile } from './sqlite-file.ts';

type Input = { at: number; says: string };
const plenty = 100_000_000;
const small = 4_000_000;
const logs: [string, DurableLog<Input>][] = [
  ['memory', keptInMemory<Input>(plenty)],
  ['SQLite', sqliteLog<Input>(join(mkdtempSync(join(tmpdir(), 'trickle-')), 'workshops.db'), plenty)],
];
afterAll(() => Promise.all(logs.map(([, log]) => log.close())));

describe.each(logs)('a log in %s', (_, log) => {
  let name = '';
  let names = 0;
  beforeEach(() => void (name = `${(names += 1)}`));
  const says = (
    says: string,
    { at = 0, to = name, ...about }: { at?: number; sort?: string; who?: string; to?: string } = {},
  ) => log.append(to, { at, says }, about);
  const heard = async (of = name) => (await log.read(of))?.inputs.map(({ seq, input }) => `${seq} ${input.says}`);

  test('numbers what is appended, in the order of the calls', async () => {
    const numbers = await Promise.all(['a', 'b', 'c'].map((word) => says(word)));
    expect([numbers, await says('d')]).toEqual([[1, 2, 3], 4]);
    expect(await heard()).toEqual(['1 a', '2 b', '3 c', '4 d']);
  });

  test('has an order for each name, and nothing for another', async () => {
    const to = `${name} more`;
    expect(await Promise.all([says('a'), says('b', { to, at: 7 }), says('c', { at: 5 })])).toEqual([1, 1, 2]);
    expect([await heard(), await heard(to), await heard('none')]).toEqual([['1 a', '2 c'], ['1 b'], undefined]);
    const listed = (await log.list()).filter((one) => one.name.startsWith(name));
    expect(listed.toSorted((one, other) => one.lastAt - other.lastAt)).toEqual([
      { name, lastAt: 5 },
      { name: to, lastAt: 7 },
    ]);
  });

  test('is read from its snapshot on', async () => {
    for (const word of ['a', 'b', 'c']) await says(word);
    const snapshot = { seq: 2, text: 'two words' };
    await log.keepSnapshot(name, snapshot, { before: 0 });
    expect(await log.read(name)).toEqual({ snapshot, inputs: [{ seq: 3, input: { at: 0, says: 'c' } }] });
    await log.keepSnapshot(name, { seq: 3, text: 'three words' }, { before: 0 });
    expect(await log.read(name)).toEqual({ snapshot: { seq: 3, text: 'three words' }, inputs: [] });
    expect(await says('d')).toBe(4);
  });

  test('forgets what is removed, and begins it anew', async () => {
    const to = `${name} more`;
    await Promise.all([says('a'), says('b', { to })]);
    await log.keepSnapshot(name, { seq: 1, text: '' }, { before: 0 });
    await log.remove(name);
    expect([await heard(), await heard(to)]).toEqual([undefined, ['1 b']]);
    expect(await says('again')).toBe(1);
  });

  test('keeps any text', async () => {
    const words = ['\u0000', '\u202e<b>', "'; DROP TABLE input; --", '😀'.repeat(1_000), '=1+1'];
    for (const to of words) await says(to, { to });
    expect(await Promise.all(words.map(heard))).toEqual(words.map((word) => [`1 ${word}`]));
  });

  test('of a sort, collapses what is old to the last, and nothing that is younger or has no sort', async () => {
    const said: [string, number, string?][] = [
      ...([
        ['a', 1, 'x'],
        ['b', 2, 'y'],
        ['c', 3],
        ['d', 4, 'x'],
      ] as [string, number, string?][]),
      ...([
        ['e', 5, 'x'],
        ['f', 60, 'x'],
        ['g', 70, 'y'],
      ] as [string, number, string?][]),
    ];
    for (const [word, at, sort] of said) await says(word, { at, sort });
    await log.keepSnapshot(name, { seq: 6, text: '' }, { before: 50 });
    // What is kept behind a snapshot shows once the snapshot is an older one.
    await log.keepSnapshot(name, { seq: 0, text: '' }, { before: 0 });
    expect(await heard()).toEqual(['2 b', '3 c', '6 f', '7 g']);
  });

  test('forgets what those did who are not present any more, and nothing that came after', async () => {
    for (const who of ['ada', 'bob', undefined, 'ada']) await says(`of ${who}`, { who });
    await log.keepSnapshot(name, { seq: 3, text: '' }, { before: 0, present: ['bob'] });
    await log.keepSnapshot(name, { seq: 0, text: '' }, { before: 0 });
    expect(await heard()).toEqual(['2 of bob', '3 of undefined', '4 of ada']);
  });
});

describe.each([
  ['memory', () => keptInMemory<Input>(small)],
  ['SQLite', () => sqliteLog<Input>(join(folderWith(), 'workshops.db'), small)],
])('a log in %s, and somebody who wants all of it', (_, open) => {
  const says = 'x'.repeat(8_000);
  async function fill(log: DurableLog<Input>, name: string, about?: About) {
    for (let kept = 0; ; kept++) {
      const refused = await log.append(name, { at: kept, says }, about).catch((error) => error);
      if (typeof refused !== 'number') return { kept, refused };
    }
  }

  test('gets a share of it: others go on, and whoever has the reserve does, too', async () => {
    const log = open();
    onTestFinished(() => log.close());
    await log.append('one', { at: 0, says: 'before' });
    const { kept, refused } = await fill(log, 'one', { sort: 's' });
    expect([refused.why, kept > 10, kept * 8_000 < small / 10]).toEqual(['too-much', true, true]);
    const [before, other, reserve] = await Promise.allSettled([
      log.append('one', { at: 0, says }),
      log.append('two', { at: 0, says: 'hello' }),
      log.append('one', { at: 0, says: 'lock' }, { hasReserve: true }),
    ]);
    expect([before, other, reserve]).toEqual([
      { status: 'rejected', reason: expect.objectContaining({ why: 'too-much' }) },
      { status: 'fulfilled', value: 1 },
      { status: 'fulfilled', value: kept + 2 },
    ]);
    // What a snapshot stands for makes room again.
    await log.keepSnapshot('one', { seq: kept + 2, text: 'all of it' }, { before: 1_000 });
    expect(await log.append('one', { at: 0, says })).toBe(kept + 3);
    await expect(
      log.keepSnapshot('one', { seq: kept + 3, text: 'x'.repeat(small / 5) }, { before: 0 }),
    ).rejects.toThrow();
    expect(await log.append('one', { at: 0, says: 'still' })).toBe(kept + 4);
  });

  test('leaves room for one more, however many they are', async () => {
    const log = open();
    onTestFinished(() => log.close());
    const kept: number[] = [];
    for (let nth = 0; nth < 20; nth++) kept.push((await fill(log, `greedy ${nth}`, { hasReserve: true })).kept);
    expect(
      kept.toSorted((one, other) => other - one),
      'each gets less',
    ).toEqual(kept);
    expect(await log.append('late', { at: 0, says })).toBe(1);
  });
});

describe('a log in a file', () => {
  test('has one writer: a second is told, gets it when the first is gone, and finds what was acknowledged', async () => {
    const file = join(folderWith(), 'workshops.db');
    const [first, second] = [sqliteLog<Input>(file, plenty), sqliteLog<Input>(file, plenty)];
    onTestFinished(() => second.close());
    await Promise.all(Array.from({ length: 500 }, (_, nth) => first.append('one', { at: nth, says: `${nth}` })));
    await expect(second.append('one', { at: 0, says: 'b' })).rejects.toMatchObject({ why: 'taken' });
    await expect(second.read('one')).rejects.toMatchObject({ why: 'taken' });
    await first.close();
    expect(await second.append('one', { at: 0, says: 'c' })).toBe(501);
    expect((await second.read('one'))!.inputs.map(({ input }) => input.says)).toEqual(
      [...Array(500).keys(), 'c'].map(String),
    );
  });

  test('is waited for by nobody else, and what comes meanwhile is flushed together', async () => {
    const log = sqliteLog<Input>(join(folderWith(), 'workshops.db'), plenty);
    onTestFinished(() => log.close());
    const asks = vi.spyOn(Worker.prototype, 'postMessage');
    let turns = 0;
    const counting = setInterval(() => void (turns += 1));
    const several = () => Array.from({ length: 500 }, (_, at) => log.append('one', { at, says: '' }));
    const first = several();
    await Promise.resolve();
    const meanwhile = several();
    expect((await Promise.all([...first, ...meanwhile])).at(-1)).toBe(1_000);
    clearInterval(counting);
    expect(asks).toHaveBeenCalledTimes(2);
    expect(turns).toBeGreaterThan(0);
    asks.mockRestore();
  });

  test.skipIf(process.platform === 'win32')('is for nobody else to read', () => {
    const folder = folderWith();
    openIn(folder).append([line('a')]);
    for (const file of ['workshops.db', 'workshops.db-wal'])
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['is none', () => Buffer.from('This is somebody’s diary.'.repeat(300)), 'damaged'],
    ['is of somebody else', () => fileWith('CREATE TABLE theirs (a)'), 'damaged'],
    [
      'is of a newer Trickle',
      () => fileWith(`PRAGMA application_id = ${0x54726b6c}; PRAGMA user_version = 99`),
      'newer',
    ],
    ['is damaged in its middle', damaged, 'damaged'],
  ])('that %s is left as it is', (_, content, why) => {
    const before = content();
    const folder = folderWith({ 'workshops.db': before });
    expect(() => openIn(folder).append([line('a')])).toThrow(expect.objectContaining({ why }));
    expect(readFileSync(join(folder, 'workshops.db')).equals(before)).toBe(true);
  });

  test('on a full disk refuses what is new, keeps what was acknowledged, and goes on when there is room', () => {
    const log = openIn(folderWith(), 80_000);
    let kept = 0;
    const fill = () => {
      for (;;) kept += log.append([line('x'.repeat(2_000))]).length;
    };
    expect(fill).toThrow(expect.objectContaining({ errcode: 13 }));
    expect(kept).toBeGreaterThan(5);
    expect(log.read('one')!.inputs).toHaveLength(kept);
    expect(() => log.append([line('y'), line('x'.repeat(50_000))])).toThrow();
    log.remove('one');
    expect(log.append([line('y')])).toEqual([1]);
  });

  // Root writes wherever it likes, so it is somebody else who tries.
  test.skipIf(process.platform === 'win32')('in a folder where nobody may write says so, and can be read', () => {
    const folder = folderWith({ 'workshops.db': fileOfOurs() });
    const file = join(folder, 'workshops.db');
    const before = readFileSync(file);
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    const module = (name: string) => JSON.stringify(join(import.meta.dirname, name));
    const program = `import { openCopy, openFile } from ${module('sqlite-file.ts')};
      import { sqliteBook } from ${module('sqlite-book.ts')};
      try { openFile(${JSON.stringify(file)}, 1e8) } catch ({ why }) { console.log(why) }
      const book = sqliteBook(openCopy(${JSON.stringify(file)}));
      console.log(book.read('one').inputs.length);
      try { book.remove('one') } catch { console.log('and no more') }`;
    const nobody = process.getuid!() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program];
    expect(
      execFileSync(process.execPath, args, { ...nobody, encoding: 'utf8' })
        .trim()
        .split('\n'),
    ).toEqual(['read-only', '1', 'and no more']);
    expect(readFileSync(file).equals(before)).toBe(true);
    chmodSync(folder, 0o755);
  });
});

const line = (text: string) => ({ name: 'one', at: 0, text });

function openIn(folder: string, mostBytes = plenty) {
  const db = openFile(join(folder, 'workshops.db'), mostBytes);
  onTestFinished(() => db.close());
  return sqliteBook(db);
}

function fileOfOurs(lines = 1): Buffer {
  const file = join(folderWith(), 'workshops.db');
  const db = openFile(file, plenty);
  for (let nth = 0; nth < lines; nth++) sqliteBook(db).append([line('x'.repeat(3_000))]);
  db.close();
  return readFileSync(file);
}

const damaged = () => fileOfOurs(40).fill(0x55, 8_000, 60_000);

function fileWith(sql: string): Buffer {
  const file = join(folderWith(), 'other.db');
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
  return readFileSync(file);
}
