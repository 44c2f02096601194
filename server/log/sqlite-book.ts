import type { DatabaseSync } from 'node:sqlite';
import type { About, Listed, Rest, Snapshot } from './durable.ts';

export type Line = About & { name: string; at: number; text: string };
export type PastText = { snapshot?: Snapshot; inputs: { seq: number; text: string }[] };

/** What is done with the file, each in a transaction of its own. */
export function sqliteBook(db: DatabaseSync) {
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
      throw error;
    }
  }

  return {
    /** All of these or none, flushed; the number of each. */
    append: (lines: readonly Line[]): number[] =>
      together(() => {
        const numbers = new Map<string, number>();
        return lines.map(({ name, at, sort = null, who = null, text }) => {
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
        replace.run(name, seq, text);
        collapse.run(name, seq, before);
        if (present) leave.run(name, seq, JSON.stringify(present));
      }),

    list: () => names.all() as Listed[],

    remove: (name: string) =>
      together(() => {
        for (const from of forget) from.run(name);
      }),
  };
}

export type SqliteBook = ReturnType<typeof sqliteBook>;
