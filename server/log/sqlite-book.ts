import type { DatabaseSync } from 'node:sqlite';
import { type About, CannotKeep, type Listed, type Rest, type Snapshot } from './durable.ts';
import { extra, shareOf } from './share.ts';

export type Line = About & { name: string; at: number; text: string };
export type PastText = { snapshot?: Snapshot; inputs: { seq: number; text: string }[] };

/** What is done with the file, each in a transaction of its own. It may have so many bytes. */
export function sqliteBook(db: DatabaseSync, most = Infinity) {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const last = db.prepare(`SELECT max(
    (SELECT coalesce(max(seq), 0) FROM input WHERE name = ?1), coalesce((SELECT seq FROM snapshot WHERE name = ?1), 0)
  ) AS seq`);
  const insert = db.prepare('INSERT INTO input (name, seq, at, sort, who, text) VALUES (?, ?, ?, ?, ?, ?)');
  const replace = db.prepare('INSERT OR REPLACE INTO snapshot (name, seq, text) VALUES (?, ?, ?)');
  const collapse =
    db.prepare(`DELETE FROM input WHERE name = ?1 AND seq <= ?2 AND at < ?3 AND sort IS NOT NULL AND EXISTS (
    SELECT 1 FROM input AS later WHERE later.name = ?1 AND later.sort = input.sort
    AND later.seq > input.seq AND later.seq <= ?2)`);
  const leave = db.prepare(`DELETE FROM input WHERE name = ?1 AND seq <= ?2 AND who IS NOT NULL
    AND who NOT IN (SELECT value FROM json_each(?3))`);
  const snapshotOf = db.prepare('SELECT seq, text FROM snapshot WHERE name = ?');
  const inputsOf = db.prepare('SELECT seq, text FROM input WHERE name = ? AND seq > ? ORDER BY seq');
  // From name to name by the key, instead of through everything.
  const names = db.prepare(`WITH RECURSIVE each (name) AS (
    SELECT min(name) FROM input UNION ALL
    SELECT (SELECT min(name) FROM input WHERE name > each.name) FROM each WHERE each.name IS NOT NULL
  ) SELECT name, (SELECT at FROM input WHERE name = each.name ORDER BY seq DESC LIMIT 1) AS lastAt
    FROM each WHERE name IS NOT NULL`);
  const weight = db.prepare(
    `SELECT coalesce(sum(octet_length(text) + ${extra}), 0) AS bytes FROM input WHERE name = ?`,
  );
  const used = db.prepare(`SELECT (page_count - freelist_count) * page_size AS bytes
    FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()`);
  /** What each name has written down, as far as it was asked for. */
  const weights = new Map<string, number>();
  const forget = ['input', 'snapshot'].map((table) => db.prepare(`DELETE FROM ${table} WHERE name = ?`));

  function together<Result>(act: () => Result): Result {
    begin.run();
    try {
      const result = act();
      commit.run();
      return result;
    } catch (error) {
      // A full disk has rolled it back already.
      if (db.isTransaction) db.exec('ROLLBACK');
      weights.clear();
      throw error;
    }
  }

  const bytesOf = (statement: typeof used, ...of: string[]) => Number(statement.get(...of)!.bytes);
  function weightOf(name: string): number {
    const known = weights.get(name) ?? bytesOf(weight, name);
    weights.set(name, known);
    return known;
  }

  return {
    /** All of these or none, flushed; the number of each, and none for what goes beyond the share of its name. */
    append: (lines: readonly Line[]): (number | undefined)[] =>
      together(() => {
        const full = bytesOf(used);
        const numbers = new Map<string, number>();
        return lines.map(({ name, at, sort = null, who = null, hasReserve, text }) => {
          const then = weightOf(name) + Buffer.byteLength(text) + extra;
          if (then > shareOf(most, full, hasReserve)) return undefined;
          weights.set(name, then);
          const seq = (numbers.get(name) ?? Number(last.get(name)!.seq)) + 1;
          insert.run(name, seq, at, sort, who, text);
          numbers.set(name, seq);
          return seq;
        });
      }),

    read(name: string): PastText | undefined {
      const snapshot = snapshotOf.get(name) as Snapshot | undefined;
      const inputs = inputsOf.all(name, snapshot?.seq ?? 0) as PastText['inputs'];
      return snapshot || inputs.length > 0 ? { snapshot, inputs } : undefined;
    },

    keepSnapshot: (name: string, { seq, text }: Snapshot, { before, present }: Rest) =>
      together(() => {
        if (Buffer.byteLength(text) > shareOf(most, bytesOf(used), true)) throw new CannotKeep('too-much');
        replace.run(name, seq, text);
        weights.delete(name);
        collapse.run(name, seq, before);
        if (present) leave.run(name, seq, JSON.stringify(present));
      }),

    list: () => names.all() as Listed[],

    remove: (name: string) =>
      together(() => {
        weights.delete(name);
        for (const from of forget) from.run(name);
      }),
  };
}

export type SqliteBook = ReturnType<typeof sqliteBook>;
