import type { Candidate, Description, Offer, Peer } from '../../protocol/messages.ts';
import type { Refusal } from '../../protocol/refusal.ts';
import type { Witnessed } from '../../protocol/witness.ts';

/** What the server's entries carry, as protocol/witness.ts puts it in; which of it depends on the entry. */
export type Said = {
  from?: Peer;
  to?: Peer;
  by?: Peer;
  you?: Peer;
  /** The name that somebody introduces themselves with. */
  name?: string;
  description?: Description;
  answer?: Description;
  candidate?: Candidate;
  /** The offer that was named, or the whole of it on its way to others. */
  offer?: string | Offer;
  /** Whether an answer was waited for. */
  ack?: boolean;
} & Partial<Refusal & { sentence: string }>;

export const said = ({ body }: Pick<Witnessed, 'body'>): Said => (body ?? {}) as Said;

/** What a message is about, without who sent it to whom: that is drawn. */
export function contentOf(body: unknown): unknown {
  const { description, answer, candidate, offer, you, by, name } = said({ body });
  if (candidate !== undefined) return candidate;
  return (
    description ?? answer ?? (typeof offer === 'object' ? offer.description : undefined) ?? (you ?? by)?.name ?? name
  );
}
