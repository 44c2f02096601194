import type { Entry } from '../../protocol/entry.ts';
import { causalOrder } from './causal-order.ts';
import type { Clock } from './clock.ts';
import { everybody, mermaidRow, noteOver, type Participants } from './mermaid-row.ts';
import { mermaidText } from './mermaid-text.ts';
import { cameFrom, isMail } from './station.ts';

// In place of more than 50,000 characters Mermaid shows an error. What is kept back is for the sentence that says so.
const longest = 49_800;

/** A trace, or as much of it as has happened, as the text of a Mermaid sequence diagram. */
export function mermaid(entries: readonly Entry[], clock: Clock): string {
  const participants = participantsOf(entries);
  const head = [...participants].map(([who, id]) => `participant ${id} as ${mermaidText(who)}`);
  const rows = counted(rowsOf(causalOrder(entries, clock), participants));
  return fitted(['sequenceDiagram', ...head], rows, participants);
}

/** Alice, who calls, stands on the left, and the server between the two; whoever else there is, to the right. */
function participantsOf(entries: readonly Entry[]): Participants {
  const known = ['alice', 'server', 'bob'];
  const place = (who: string) => known.indexOf(who) + 1 || known.length + 1;
  const all = [...new Set(entries.map(({ who }) => who))].sort((one, other) => place(one) - place(other));
  return new Map(all.map((who, index) => [who, `p${index + 1}`]));
}

function rowsOf(entries: readonly Entry[], participants: Participants): string[] {
  const origins = originsOf(entries);
  const reached = new Set(origins.values());
  return entries.flatMap((entry) => {
    const arrives = entry.mail === undefined ? undefined : reached.has(entry);
    return mermaidRow(entry, participants, origins.get(entry), arrives) ?? [];
  });
}

/** From which station each piece of mail came to the next. */
function originsOf(entries: readonly Entry[]): Map<Entry, Entry | undefined> {
  const letters = Map.groupBy(
    entries.filter((entry) => entry.mail !== undefined && isMail(entry)),
    ({ mail }) => mail,
  );
  return new Map([...letters.values()].flatMap((points) => points.map((point) => [point, cameFrom(points, point)])));
}

/** A run of equal rows as one, with its length: twelve candidates are one thing to see. */
function counted(rows: readonly string[]): string[] {
  const counted: string[] = [];
  for (let begin = 0, end = 0; begin < rows.length; begin = end) {
    while (end < rows.length && rows[end] === rows[begin]) end++;
    counted.push(end - begin > 1 ? `${rows[begin]} ×${end - begin}` : rows[begin]!);
  }
  return counted;
}

function fitted(head: readonly string[], rows: readonly string[], participants: Participants): string {
  const lines = [...head];
  let length = head.join('\n  ').length;
  for (const [index, row] of rows.entries()) {
    length += row.length + 3;
    if (length > longest) {
      lines.push(noteOver(everybody(participants), `and ${rows.length - index} more, too many for Mermaid`));
      break;
    }
    lines.push(row);
  }
  return `${lines.join('\n  ')}\n`;
}
