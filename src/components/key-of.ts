/** A short key that stays the same for as long as the words do (FNV-1a): a question that was rewritten is asked anew. */
export function keyOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
