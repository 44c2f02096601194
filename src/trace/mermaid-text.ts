/** As much of a label as a reader of a diagram takes in. */
const longest = 120;

// Everything but these could mean something to Mermaid, to Markdown around it or to HTML behind it. ﬂ and ß are letters,
// but Mermaid 12 marks its own entities with them while it parses.
const harmless = /[^\p{L}\p{N} .,_/()×…–-]|[ﬂß]/gu;

/** Any text as one line that Mermaid shows and never obeys. */
export function mermaidText(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim();
  const characters = [...line];
  const short = characters.length > longest ? `${characters.slice(0, longest).join('')}…` : line;
  return short.replace(harmless, (character) => `#${character.codePointAt(0)};`) || '…';
}
