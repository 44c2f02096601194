/** A wording of the table: whose it is, and of which error. */
export type Wording = { slug: string; says: string };

/** What is to be thought of something that was pasted: errors by their slug, the likeliest first. */
export type Verdict =
  | { kind: 'nothing' }
  /** It is this wording, or a part of it. */
  | { kind: 'known'; slugs: string[] }
  /** It has most of the words: perhaps another version of the browser. */
  | { kind: 'alike'; slugs: string[] }
  /** Only its name is known. */
  | { kind: 'named'; name: string; slugs: string[] }
  | { kind: 'unknown' };

/** As much of a wording must have been pasted that it can be no other. */
const enough = 10;

/** What is known of a message that somebody pasted, with whatever a console writes around it. */
export function matchError(pasted: string, wordings: readonly Wording[]): Verdict {
  const text = plain(pasted);
  if (text.length < 3) return { kind: 'nothing' };
  const name = /\b[A-Z][A-Za-z]*Error\b/.exec(pasted)?.[0];

  const whole = best(wordings, ({ says }) => (fits(says, text) ? lettersOf(says) + bonus(says, name) : 0));
  if (whole.length > 0) return { kind: 'known', slugs: whole };
  const bare = text.replace(/^(uncaught |\(in promise\) |domexception: |error: |\w+error: )+/, '');
  const late = best(wordings, ({ says }) => (fitsLate(says, bare) ? lettersOf(says) : 0));
  if (late.length > 0) return { kind: 'known', slugs: late };
  const part = wordings.filter(({ says }) => isPart(says, bare));
  if (part.length > 0) return { kind: 'known', slugs: slugsOf(part) };
  const alike = best(wordings, ({ says }) => likeness(says, text));
  if (alike.length > 0) return { kind: 'alike', slugs: alike };
  const named = name === undefined ? [] : wordings.filter(({ says }) => nameOf(says) === name);
  return named.length > 0 ? { kind: 'named', name: name!, slugs: slugsOf(named) } : { kind: 'unknown' };
}

/** Whether somebody said that, wherever they said it: every piece of the wording, in its order. */
export function fits(says: string, text: string): boolean {
  if (/^\d+$/.test(says)) return new RegExp(`\\b${says}\\b`).test(text);
  return follow(piecesOf(says), text);
}

function follow(pieces: readonly string[], text: string): boolean {
  let from = 0;
  return pieces.every((piece) => {
    const at = text.indexOf(piece, from);
    from = at + piece.length;
    return at >= 0;
  });
}

/** Whether it begins within the wording, and goes on as that does beyond what differs from time to time. */
function fitsLate(says: string, text: string): boolean {
  const [first = '', ...rest] = piecesOf(says);
  const left = [...first].findIndex((_, at) => text.startsWith(first.slice(at)));
  const shared = left < 0 ? 0 : first.length - left;
  return shared >= enough && rest.length > 0 && follow(rest, text.slice(shared));
}

/** Whether that is a stretch of the wording, up to where it differs from time to time. */
function isPart(says: string, text: string): boolean {
  if (text.length < enough) return false;
  const pieces = piecesOf(says);
  return pieces.some((piece, at) => {
    if (piece.includes(text)) return true;
    const isOpen = at < pieces.length - 1 || says.endsWith('…');
    const shared = isOpen ? [...text].findLastIndex((_, end) => piece.endsWith(text.slice(0, end + 1).trim())) + 1 : 0;
    return shared >= enough;
  });
}

/** Without what differs from console to console, or from keyboard to keyboard. */
export const plain = (text: string) =>
  text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase();

const nameOf = (says: string) => /^[A-Z][A-Za-z]*Error\b/.exec(says)?.[0];
/** Without its name, which Firefox's console leaves out; or the name, where that is all. */
const wordsOf = (says: string) => says.replace(/^[A-Z][A-Za-z]*Error: /, '');
const piecesOf = (says: string) =>
  plain(wordsOf(says))
    .split('…')
    .map((piece) => piece.trim())
    .filter(Boolean);
const lettersOf = (says: string) => piecesOf(says).join('').length;

/** Of two errors with the same words, the one whose name was pasted as well. */
const bonus = (says: string, name: string | undefined) => (name !== undefined && nameOf(says) === name ? 0.5 : 0);

const slugsOf = (wordings: readonly Wording[]) => [...new Set(wordings.map(({ slug }) => slug))];

/** Those of the highest score, if any has one. */
function best(wordings: readonly Wording[], score: (wording: Wording) => number): string[] {
  const scored = wordings.map((wording) => ({ wording, score: score(wording) }));
  const highest = Math.max(0, ...scored.map(({ score }) => score));
  return highest === 0 ? [] : slugsOf(scored.filter(({ score }) => score === highest).map(({ wording }) => wording));
}

const words = (text: string) => new Set(text.match(/[a-z]{3,}/g));

/** The share of a wording's words that were pasted, if it is most of them. */
function likeness(says: string, text: string): number {
  const [wanted, given] = [words(piecesOf(says).join(' ')), words(text)];
  const share = [...wanted].filter((word) => given.has(word)).length / wanted.size;
  return wanted.size >= 4 && share >= 0.7 ? share : 0;
}
