export type ChosenPair = { local: string; remote: string };

/** The two kinds of address between which packets travel, once a way is found. */
export async function chosenPair(peer: RTCPeerConnection): Promise<ChosenPair | undefined> {
  const stats = new Map<string, Record<string, unknown>>([...(await peer.getStats())]);
  const all = [...stats.values()];
  const transport = all.find(({ type }) => type === 'transport');
  // Firefox has no transport in its report, and marks the pair itself.
  const pair = transport
    ? stats.get(String(transport.selectedCandidatePairId))
    : all.find(({ type, selected }) => type === 'candidate-pair' && selected === true);
  const kind = (id: unknown) => String(stats.get(String(id))?.candidateType ?? 'unknown');
  return pair && { local: kind(pair.localCandidateId), remote: kind(pair.remoteCandidateId) };
}
