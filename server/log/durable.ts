import type { KeepingTrouble } from '../../protocol/workshop/refusal.ts';

/**
 * A log that outlives this process: each name has an order of its own, numbered from 1 on. What was appended is flushed
 * before anybody hears of its number, so that whatever is acknowledged is there after the next power cut. No name can
 * take the room of all others: what goes beyond its share (`share.ts`) is not kept.
 */
export type DurableLog<Input> = {
  append(name: string, input: Input & { at: number }, about?: About): Promise<number>;
  /** The newest snapshot, and what came after it; undefined for a name that nothing was appended to. */
  read(name: string): Promise<Past<Input> | undefined>;
  /** From here on, reading begins at this number. What the snapshot stands for may go. */
  keepSnapshot(name: string, snapshot: Snapshot, rest: Rest): Promise<void>;
  list(): Promise<Listed[]>;
  remove(name: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * `sort` is the same for inputs of which only the last matters later on; `who` is whose it is. What `hasReserve` is kept,
 * too, when all else of this name has filled its share.
 */
export type About = { sort?: string; who?: string; hasReserve?: boolean };
/** Of a sort, what is older than `before` goes, but for the last; and everything of those who are not `present` any more. */
export type Rest = { before: number; present?: readonly string[] };
export type Snapshot = { seq: number; text: string };
export type Past<Input> = { snapshot?: Snapshot; inputs: { seq: number; input: Input }[] };
/** When something was appended last. */
export type Listed = { name: string; lastAt: number };

/** Why something was not kept. What was kept before is still there. */
export class CannotKeep extends Error {
  override name = 'CannotKeep';
  readonly why: KeepingTrouble;
  constructor(why: KeepingTrouble, message: string = why) {
    super(message);
    this.why = why;
  }
}
