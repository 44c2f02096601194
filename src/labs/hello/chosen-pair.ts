/** The two addresses between which packets travel, once the connection has found a way. */
export async function chosenPair(peer: RTCPeerConnection) {
  const stats = new Map<string, Record<string, unknown>>(await peer.getStats().then((report) => [...report]));
  const all = [...stats.values()];
  const transport = all.find(({ type }) => type === 'transport');
  // Firefox has no transport in its report and marks the pair itself.
  const chosen = transport
    ? stats.get(String(transport.selectedCandidatePairId))
    : all.find(({ type, selected }) => type === 'candidate-pair' && selected === true);
  const type = (end: unknown) => stats.get(String(end))?.candidateType as RTCIceCandidateType | undefined;
  return chosen && { local: type(chosen.localCandidateId), remote: type(chosen.remoteCandidateId) };
}
