import { type Refused, refuse } from '../../protocol/refusal.ts';
import type { Journal } from '../journal.ts';

/** A mistake of ours ends no process: the client hears that there was one, and our journal says which. */
export function caught<Result>({ mistake }: Journal, act: () => Result): Result | Refused {
  try {
    return act();
  } catch (cause) {
    mistake(cause);
    return refuse({ reason: 'server-error' });
  }
}
