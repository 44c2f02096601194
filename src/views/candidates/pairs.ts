import { isRecord } from '../size.ts';

/** Two candidates between which packets may travel. */
export type Pair = {
  readonly local: string;
  readonly remote: string;
  readonly state: string;
  /** The one that both settled on. */
  readonly won: boolean;
  /** Seconds there and back, where it was measured. */
  readonly roundTrip?: number;
};

/** What the statistics of a connection say of its pairs. */
export function pairsIn(report: Record<string, unknown>): Pair[] {
  const stats = Object.values(report).filter(isRecord);
  const chosen = new Set(
    stats.map(({ type, selectedCandidatePairId }) => type === 'transport' && selectedCandidatePairId),
  );
  const end = (id: unknown) => {
    const found = typeof id === 'string' && Object.hasOwn(report, id) ? report[id] : undefined;
    if (!isRecord(found)) return '?';
    const { candidateType, address, port, protocol } = found;
    // A name that hides an address, and an address that only the checks have shown, is told to nobody.
    return `${candidateType} ${address || '(hidden)'}:${port} ${protocol}`;
  };
  return stats
    .filter(({ type }) => type === 'candidate-pair')
    .map(({ id, localCandidateId, remoteCandidateId, state, selected, currentRoundTripTime }) => ({
      local: end(localCandidateId),
      remote: end(remoteCandidateId),
      state: String(state),
      // Firefox has no transport in its report, and marks the pair itself.
      won: selected === true || chosen.has(id as string),
      ...(typeof currentRoundTripTime === 'number' && { roundTrip: currentRoundTripTime }),
    }))
    .toSorted((a, b) => Number(b.won) - Number(a.won));
}
