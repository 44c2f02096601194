export type OtherKind = 'nothing' | 'webrtc-internals' | 'html' | 'binary' | 'json' | 'text';

/** What a text that is no trace most likely is instead. */
export function kindOfText(text: string): { reason: 'other-kind'; kind: OtherKind } {
  return { reason: 'other-kind', kind: kindOf(text) };
}

function kindOf(text: string): OtherKind {
  const begin = text.slice(0, 10_000).trimStart();
  // What is no UTF-8 is decoded with U+FFFD in its place; UTF-16 leaves a NUL beside every letter.
  if (/[\0\uFFFD]/.test(begin)) return 'binary';
  if (begin === '') return 'nothing';
  if (begin.startsWith('<')) return 'html';
  if (!/^[{[]/.test(begin)) return 'text';
  return /"(PeerConnections|getUserMedia|UserAgentData)"\s*:/.test(text) ? 'webrtc-internals' : 'json';
}
