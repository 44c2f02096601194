import { limits } from '../../protocol/workshop/limits.ts';
import type { Refused } from '../../protocol/workshop/refusal.ts';
import { refuse } from '../../protocol/workshop/refusal.ts';
import type { Input } from '../../protocol/workshop/state.ts';
import type { AgendaItem } from '../../protocol/workshop.ts';
import type { Journal } from '../journal.ts';
import { CannotKeep, type DurableLog } from '../log/durable.ts';
import { tokenBucket, tokenBuckets } from '../token-bucket.ts';
import { type LiveWorkshop, liveWorkshop } from './live-workshop.ts';
import { passes } from './passes.ts';
import { type Keys, locksFor, newCode, newKeys } from './secrets.ts';
import { turnstile } from './turnstile.ts';

export type House = { key: Buffer; log: DurableLog<Input>; keepMs: number; now: () => number; journal: Journal };
export type Workshops = ReturnType<typeof openWorkshops>;
export type Opened = Keys & { code: string };

const server = { role: 'server', id: 'server' } as const;

/** All workshops of this house. They are read when somebody asks for them. */
export function openWorkshops({ key, log, keepMs, now, journal }: House) {
  const live = new Map<string, Promise<LiveWorkshop | undefined>>();
  /** What has been read and is in use: that is never too old. */
  const inUse = new Set<string>();
  const words = new WeakMap<LiveWorkshop, ReturnType<typeof turnstile>>();
  let removal: Promise<void> | undefined;

  /** What nobody has touched for so long is removed; once for all who come first. */
  const removeOld = () =>
    (removal ??= (async () => {
      for (const { name, lastAt } of await log.list())
        if (lastAt < now() - keepMs && !inUse.has(name)) await log.remove(name).catch(() => {});
    })().finally(() => setTimeout(() => (removal = undefined), 3_600_000).unref()));

  async function load(code: string): Promise<LiveWorkshop | undefined> {
    await removeOld();
    const past = await log.read(code);
    if (!past) return;
    const workshop = liveWorkshop(log, code, past, now);
    inUse.add(code);
    // Nobody is connected any more. Where that cannot be written down, what there is can still be read.
    await workshop.take({ by: server, what: 'restarted' }).catch((error) => {
      if (!(error instanceof CannotKeep)) throw error;
    });
    return workshop;
  }

  /** Whoever has nobody in it makes place; it is on disk. */
  async function makePlace(): Promise<boolean> {
    for (const [code, loading] of live) {
      if (live.size < limits.workshops) return true;
      const workshop = await loading.catch(() => undefined);
      if (workshop && !workshop.isIdle) continue;
      workshop?.close();
      live.delete(code);
      inUse.delete(code);
    }
    return live.size < limits.workshops;
  }

  /** The workshop of this code, if there is one. */
  function at(code: string): Promise<LiveWorkshop | undefined> {
    const known = live.get(code);
    if (known) return known;
    const loading = load(code);
    live.set(code, loading);
    // What is not there, or could not be read, is looked for again when it is asked for again.
    const forget = () => void live.delete(code);
    loading.then((workshop) => workshop ?? forget(), forget);
    return loading;
  }

  return {
    at,
    async open(title: string, agenda: readonly AgendaItem[]): Promise<Opened | Refused> {
      if (!(await makePlace())) return refuse({ reason: 'house-full' });
      await removeOld();
      let code = newCode();
      while (await at(code)) code = newCode();
      const keys = newKeys();
      const workshop = liveWorkshop(log, code, undefined, now);
      await workshop.take({ by: server, what: 'opened', code, title, agenda, locks: locksFor(keys) });
      live.set(code, Promise.resolve(workshop));
      inUse.add(code);
      return { code, ...keys };
    },
    async rekey(workshop: LiveWorkshop): Promise<Opened> {
      const keys = newKeys();
      await workshop.take({ by: server, what: 'rekeyed', locks: locksFor(keys) });
      return { code: workshop.code, ...keys };
    },
    passes: passes(key),
    /** By which everybody passes who types a code. */
    door: turnstile(limits.wrongCodes, limits.doorMs, now),
    /** By which those come who say a key, a recovery code or a word: a code cannot be guessed there either. */
    sideDoor: turnstile(limits.wrongCodes, limits.doorMs, now),
    /** Of this workshop; and nobody who guesses keeps out whoever has one. */
    wordsOf(workshop: LiveWorkshop) {
      const known = words.get(workshop) ?? turnstile(limits.wrongWords, limits.doorMs, now);
      words.set(workshop, known);
      return known;
    },
    /** New ones by network. */
    openings: tokenBuckets(limits.opened, now),
    /** What is written down of each seat. */
    pens: tokenBuckets(limits.written, now),
    /** A class on a full disk meets the same trouble a thousand times. */
    troubles: tokenBucket({ atOnce: 1, perSecond: 0.1 }, now),
    now,
    journal,
    /** What is the matter with what was kept is better known before a class comes. It is let go of again until then. */
    async look(): Promise<string | undefined> {
      try {
        await log.list();
        return undefined;
      } catch (error) {
        if (!(error instanceof CannotKeep)) throw error;
        return refuse({ reason: 'cannot-keep', why: error.why }).sentence;
      } finally {
        await log.close();
      }
    },
    async close() {
      for (const loading of live.values()) (await loading.catch(() => undefined))?.close();
      await log.close();
    },
  };
}
