import type { Entry } from '../../../protocol/entry.ts';
import { type Clock, ownClock } from '../../trace/clock.ts';
import { isMail } from '../../trace/station.ts';
import type { Fold } from '../moments.ts';
import { deliver, mailOf, noPost, type Post } from '../post.ts';

/** Every message that is known after a number of entries. */
export type WireView = {
  /** When the first entry happened. */
  readonly began?: number;
  readonly post: Post;
  /** The message that the newest of these entries is about. */
  readonly now: number;
};

/** What was sent, where it waits and when it arrived. */
export function wireFold(clock: Clock = ownClock): Fold<WireView> {
  const advance = ({ began, post, now }: WireView, entry: Entry): WireView => {
    const known = { began: began ?? clock(entry), post, now };
    if (!isMail(entry)) return known;
    const delivered = deliver(post, entry);
    return { ...known, post: delivered, now: mailOf(delivered, entry)!.number };
  };
  return { start: { post: noPost, now: 0 }, advance };
}
