import { setImmediate } from 'node:timers/promises';
import { roster } from '../../protocol/roster.ts';
import { limits } from '../../protocol/workshop/limits.ts';
import { packInTurns, unpack } from '../../protocol/workshop/pack.ts';
import type { KeepingTrouble, Refusal, Reply } from '../../protocol/workshop/refusal.ts';
import { type Granted, type Input, noWorkshop, type Workshop } from '../../protocol/workshop/state.ts';
import { type About, CannotKeep, type DurableLog, type Past } from '../log/durable.ts';
import { differencesTo } from './differences.ts';
import type { Ear } from './ear.ts';
import { type SpotlitTrace, spotlitTrace } from './spotlit-trace.ts';

type Following = Ear & { seen: Workshop; nr: number };

/**
 * Of what somebody does over and over only the last matters after a minute, once a snapshot has what came of it: nobody
 * fills the disk by doing it again. And what is theirs goes with them.
 */
function aboutOf(input: Input): About {
  const { role, id } = input.by;
  const who = role === 'learner' ? id : undefined;
  // Of a class that is flooded the instructor can still take somebody out, and lock the door.
  const hasReserve = role === 'server' || role === 'instructor';
  if (role === 'server' || input.what === 'commanded') return { who, hasReserve };
  return { who, hasReserve, sort: `${input.what === 'did' ? input.event.what : input.what} ${id}` };
}

export type LiveWorkshop = ReturnType<typeof liveWorkshop>;

/** A workshop in memory: an input is kept first, then decided, and what it changed is told with what else changed. */
export function liveWorkshop(log: DurableLog<Input>, code: string, past: Past<Input> | undefined, now: () => number) {
  let state = past?.snapshot ? unpack(past.snapshot.text) : noWorkshop;
  let nr = past?.snapshot?.seq ?? 0;
  let [lastAt, sinceSnapshot, snapshotAt] = [0, 0, -Infinity];
  const ears = new Set<Following>();
  const present = new Map<string, number>();
  const trace = spotlitTrace();
  let hasSomebodyLeft = false;
  let unkept: KeepingTrouble | undefined;
  let batch: NodeJS.Timeout | undefined;
  for (const { seq, input } of past?.inputs ?? []) fold(seq, input);
  let [time, lookedAt] = [lastAt, now()];

  /** As the clock goes, and never back: where it was set back, time goes on from where it was. */
  function timeNow(): number {
    const at = now();
    time = Math.max(at, time + (at < time ? Math.max(0, at - lookedAt) : 0));
    lookedAt = at;
    return time;
  }

  function fold(seq: number, input: Input): Reply<Granted> {
    if (seq !== nr + 1) throw new Error(`After input ${nr} of workshop ${code} came ${seq}.`);
    const step = roster(state, input);
    if (step.state.learners.size < state.learners.size) hasSomebodyLeft = true;
    [state, nr, lastAt] = [step.state, seq, input.at];
    // At once, and not with the next changes: whoever comes in between is not shown what was taken back.
    trace.follow(state.spotlight);
    sinceSnapshot += 1;
    return step.tell[0]!.reply;
  }

  // #region take
  async function take(input: Untimed): Promise<Reply<Granted>> {
    const timed = { ...input, at: timeNow() } as Input;
    const about = aboutOf(timed);
    const seq = await log.append(code, timed, about).catch((error) => {
      if (!(error instanceof CannotKeep)) throw error;
      warn(error.why);
      // What a snapshot stands for makes room.
      if (error.why === 'too-much') keepSnapshotIfDue(timed.at);
      throw error;
    });
    // That something of the reserve was kept says nothing of what learners do.
    if (unkept !== 'too-much' || !about.hasReserve) warn(undefined);
    const reply = fold(seq, timed);
    batch ??= setTimeout(tell, limits.batchMs).unref();
    if (hasSomebodyLeft || sinceSnapshot >= limits.snapshot) keepSnapshotIfDue(timed.at);
    return reply;
  }

  /** Whoever watches the class would else take it for quiet. */
  function warn(why: KeepingTrouble | undefined) {
    if (unkept === why) return;
    unkept = why;
    for (const ear of ears) if (watches(ear)) ear.warn(why);
  }

  function keepSnapshotIfDue(at: number) {
    if (at >= snapshotAt + limits.snapshotMs) void keepSnapshot(at);
  }

  async function keepSnapshot(at: number) {
    [sinceSnapshot, snapshotAt] = [0, at];
    const rest = { before: at - limits.collapseMs, present: hasSomebodyLeft ? [...state.learners.keys()] : undefined };
    hasSomebodyLeft = false;
    const seq = nr;
    const text = await packInTurns(state, 20, setImmediate);
    // Without it nothing is lost: reading only takes longer, and after another thousand it is tried again.
    await log.keepSnapshot(code, { seq, text }, rest).catch(() => {});
  }
  // #endregion take

  // #region tell
  /** Each is told the difference between what they have seen and what is. */
  function tell() {
    batch = undefined;
    const differences = new Map<Workshop, ReturnType<typeof differencesTo>>();
    for (const ear of ears) {
      const out = whyOut(ear);
      if (out) {
        ears.delete(ear);
        ear.end(out);
        continue;
      }
      if (ear.isBehind()) {
        batch ??= setTimeout(tell, limits.batchMs).unref();
        continue;
      }
      const since = differences.get(ear.seen) ?? differencesTo(ear.seen, state);
      differences.set(ear.seen, since);
      const change = since.of(ear);
      if (change) {
        ear.tell({ after: ear.nr, nr, ...change });
        ear.nr = nr;
      }
      ear.seen = state;
    }
  }

  /** Why somebody is not in it any more: they left, or were taken out, or came by a key that was replaced. */
  function whyOut({ role, id, lock }: Pick<Ear, 'role' | 'id' | 'lock'>): Refusal | undefined {
    if (role !== 'learner') return lock === state.locks.key ? undefined : { reason: 'key-replaced' };
    if (state.learners.has(id)) return undefined;
    return { reason: state.removed.has(id) ? 'removed' : 'not-here' };
  }
  // #endregion tell

  return {
    code,
    get state() {
      return state;
    },
    now: timeNow,
    get nr() {
      return nr;
    },
    take,
    trace,
    whyOut,
    get isIdle() {
      return present.size === 0;
    },

    /**
     * Somebody is at the door, or inside. Said before it is written down that they came, so that one who goes at that
     * moment does not take for gone who comes. The answer says whether they were the last of this id.
     */
    arrive(id: string) {
      present.set(id, (present.get(id) ?? 0) + 1);
      return function depart(): boolean {
        const others = present.get(id)! - 1;
        if (others > 0) present.set(id, others);
        else present.delete(id);
        return others === 0;
      };
    },

    /** Tells from now on what changes, until the answer is called. */
    follow(ear: Ear) {
      const following = { ...ear, seen: state, nr };
      ears.add(following);
      if (ear.role !== 'learner') for (const part of trace.soFar()) ear.show(part);
      if (unkept && watches(ear)) ear.warn(unkept);
      return () => void ears.delete(following);
    },

    /** To whoever watches: consoles and projectors, and no learner. */
    shine(part: SpotlitTrace) {
      for (const { role, show } of ears) if (role !== 'learner') show(part);
    },

    close: () => clearTimeout(batch),
  };
}

const watches = ({ role }: Ear) => role === 'instructor' || role === 'helper';

type Untimed = Input extends infer One ? (One extends Input ? Omit<One, 'at'> : never) : never;
