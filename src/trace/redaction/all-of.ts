/** What was read last is the beginning of some words: this is the longest of these beginnings. */
type Beginning = {
  readonly next: Map<string, Beginning>;
  readonly length: number;
  isWord: boolean;
  /** The longest beginning that it ends with, and the longest word. */
  shorter?: Beginning;
  wordInside?: Beginning;
};

export type Place = { start: number; end: number };

const begin = (length: number): Beginning => ({ next: new Map(), length, isWord: false });

/**
 * Finds any of many words in one reading of a text, however many they are (Aho and Corasick, 1975): wherever some end,
 * the longest that `counts` there.
 */
export function allOf(words: Iterable<string>, counts: (text: string, place: Place) => boolean) {
  const nothing = begin(0);
  for (const word of words) {
    let last = nothing;
    for (let at = 0; at < word.length; at++) {
      const next = last.next.get(word[at]!) ?? begin(at + 1);
      last.next.set(word[at]!, next);
      last = next;
    }
    last.isWord = true;
  }

  const read = (from: Beginning, unit: string): Beginning => {
    for (let last: Beginning | undefined = from; last; last = last.shorter) {
      const next = last.next.get(unit);
      if (next) return next;
    }
    return nothing;
  };

  // From the shortest to the longest, so that what a beginning falls back to is known before it.
  const all = [nothing];
  for (const beginning of all)
    for (const [unit, next] of beginning.next) {
      const shorter = beginning.shorter ? read(beginning.shorter, unit) : nothing;
      next.shorter = shorter;
      next.wordInside = shorter.isWord ? shorter : shorter.wordInside;
      all.push(next);
    }

  return (text: string): Place[] => {
    const found: Place[] = [];
    let last = nothing;
    for (let end = 1; end <= text.length; end++) {
      last = read(last, text[end - 1]!);
      for (let word = last.isWord ? last : last.wordInside; word; word = word.wordInside) {
        const place = { start: end - word.length, end };
        if (!counts(text, place)) continue;
        found.push(place);
        break;
      }
    }
    return found;
  };
}
