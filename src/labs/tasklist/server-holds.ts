import type { Fold } from '../../views/moments.ts';

/** What the room knows, field by field, as the course's server would keep it. */
export type Holds = {
  readonly offerer?: string;
  readonly offer?: number;
  readonly offererCandidates: number;
  readonly answerer?: string;
  readonly answer?: number;
  readonly answererCandidates: number;
  readonly present: readonly string[];
};

export const holdsFold: Fold<Holds> = {
  start: { offererCandidates: 0, answererCandidates: 0, present: [] },
  advance(holds, { who, what, name, body }) {
    if (who !== 'server') return holds;
    const { from, description, candidate } = (body ?? {}) as Said;
    const sender = from?.name ?? '';
    if (name === 'leave' || name === 'graceOver') return withoutThem(holds, sender);
    if (what !== 'received') return holds;
    switch (name) {
      case 'join':
        return { ...holds, present: [...holds.present.filter((one) => one !== sender), sender] };
      case 'offer':
        return { ...holds, offerer: sender, offer: description?.sdp?.length ?? 0 };
      case 'answer':
        return { ...holds, answerer: sender, answer: description?.sdp?.length ?? 0 };
      case 'candidate':
        if (candidate === null) return holds;
        return sender === (holds.offerer ?? 'alice')
          ? { ...holds, offererCandidates: holds.offererCandidates + 1 }
          : { ...holds, answererCandidates: holds.answererCandidates + 1 };
      default:
        return holds;
    }
  },
};

/** Whoever leaves takes along what is theirs, and without an offer there is nothing to be answered. */
function withoutThem(holds: Holds, gone: string): Holds {
  const present = holds.present.filter((one) => one !== gone);
  if (gone === holds.offerer || present.length === 0) return { ...holdsFold.start, present };
  if (gone !== holds.answerer) return { ...holds, present };
  const { answerer: _, answer: __, ...offered } = holds;
  return { ...offered, answererCandidates: 0, present };
}

type Said = { from?: { name: string }; description?: { sdp?: string }; candidate?: unknown };

/** As lines of a card; before anybody came, none. */
export function holdsLines(holds: Holds): [field: string, value: string][] {
  if (holds.present.length === 0) return [];
  const size = (length?: number) => (length === undefined ? '–' : `${(length / 1000).toFixed(1)} KB`);
  return [
    ['offererUserName', holds.offerer ?? '–'],
    ['offer', size(holds.offer)],
    ['offerIceCandidates', String(holds.offererCandidates)],
    ['answererUserName', holds.answerer ?? '–'],
    ['answer', size(holds.answer)],
    ['answererIceCandidates', String(holds.answererCandidates)],
  ];
}
