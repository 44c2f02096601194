import { type Refused, refuse } from '../../protocol/refusal.ts';

/** A mistake of ours ends no process: the client hears that there was one, and our log says which. */
export function caught<Result>(act: () => Result): Result | Refused {
  try {
    return act();
  } catch (cause) {
    console.error(new Error('A message of a client led to a mistake of ours.', { cause }));
    return refuse({ reason: 'server-error' });
  }
}
