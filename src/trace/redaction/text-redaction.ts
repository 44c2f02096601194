import { findBase64 } from './base64.ts';
import { findSecrets } from './contexts.ts';
import { type Edit, edited, layered, touching, united } from './edits.ts';
import { type Escaping, escapings } from './escapes.ts';
import type { Hunt } from './hunt.ts';
import type { Kind } from './pseudonyms.ts';

/** How often a text may be packed into another: a description as base64 in a link that was percent-encoded. */
export const deepest = 5;

const mostTurns = 5;

/** Renames every secret in a text, also in what is escaped or encoded in it. */
export function textRedaction(hunt: Hunt, rename: (kind: Kind, secret: string) => string) {
  // The words of a trace come again and again, and almost none is base64.
  const barren = Array.from({ length: deepest + 1 }, () => new Set<string>());

  function editsIn(text: string, depth: number): Edit[] {
    if (depth === 0) return [];
    // What is escaped is looked at without its escapes first: `%20192.168.0.1` is an address behind a space.
    const escaped = escapings.map((escaping) => editsInEscaped(text, escaping, depth));
    const inside = [...escaped, editsInBase64(text, depth)].reduce(layered);
    const touches = touching(inside);
    const found = united([...findSecrets(text), ...hunt(text)]).filter((place) => !touches(place));
    const put = ({ start, kind, size }: (typeof found)[number]) => rename(kind, text.slice(start, start + size));
    return [...inside, ...found.map((place) => ({ start: place.start, end: place.end, put: put(place) }))];
  }

  function editsInEscaped(text: string, { read, write }: Escaping, depth: number): Edit[] {
    const plain = read(text);
    if (!plain) return [];
    return editsIn(plain.text, depth - 1).map((edit) => {
      const [start, end] = [plain.starts[edit.start]!, plain.starts[edit.end]!];
      const [was, said] = [text.slice(start, end), plain.text.slice(edit.start, edit.end)];
      if (edit.put === said) return { start, end, put: was };
      return { start, end, put: was === said ? edit.put : write(edit.put) };
    });
  }

  function editsInBase64(text: string, depth: number): Edit[] {
    return findBase64(text).flatMap(({ run, readings }) => {
      if (barren[depth]!.has(run)) return [];
      for (const { start, end, says, again } of readings) {
        const edits = editsIn(says, depth - 1);
        if (edits.length === 0) continue;
        const put = edited(says, edits);
        return { start, end, put: put === says ? text.slice(start, end) : again(put) };
      }
      barren[depth]!.add(run);
      return [];
    });
  }

  return (text: string) => {
    // Names that came to stand side by side may read as something new; so until nothing changes any more.
    for (let turn = 0; turn < mostTurns; turn++) {
      const before = text;
      text = edited(text, editsIn(text, deepest));
      if (text === before) break;
    }
    return text;
  };
}
