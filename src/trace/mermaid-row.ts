import type { Entry } from '../../protocol/entry.ts';
import { mermaidText } from './mermaid-text.ts';

/** Mermaid's own short id for everyone who appears, by name and from left to right. */
export type Participants = ReadonlyMap<string, string>;

/**
 * What one entry is in a Mermaid sequence diagram, if it is anything: what was called is a solid arrow to oneself, what
 * came by itself a dashed one. Mail came from its `origin`; whether it `arrives` anywhere is not known of all mail.
 */
export function mermaidRow(entry: Entry, participants: Participants, origin?: Entry, arrives?: boolean) {
  const { who, what, name, on, body } = entry;
  const self = participants.get(who)!;
  const label = mermaidText([on, name, what === 'call' ? typeOf(body) : ''].filter(Boolean).join(' '));
  switch (what) {
    case 'call':
      return `${self}->>${self}: ${label}`;
    case 'event':
      // The entry of the state itself says which it is.
      if (name.endsWith('statechange')) return undefined;
      return `${self}-->>${self}: ${label}`;
    case 'state':
      return noteOver(self, `${label} ${mermaidText(spoken(body))}`);
    case 'throw':
      return noteOver(self, `✗ ${label} – ${mermaidText(said(body))}`);
    case 'note':
      return noteOver(self, label);
    case 'step':
      return noteOver(everybody(participants), label);
    case 'return':
      return undefined;
    case 'sent':
      return arrives ? undefined : noteOver(self, `${label} – ${arrives === undefined ? 'sent' : 'on its way'}`);
  }
  const outcome = what === 'received' ? label : `${label} – ${what}`;
  if (!origin || origin.who === who) return noteOver(self, what === 'refused' ? `✗ ${outcome}` : outcome);
  return `${participants.get(origin.who)}${what === 'refused' ? '-x' : '->>'}${self}: ${outcome}`;
}

export const noteOver = (where: string, text: string) => `Note over ${where}: ${text}`;

export function everybody(participants: Participants) {
  const ids = [...participants.values()];
  return ids.length > 1 ? `${ids[0]},${ids.at(-1)}` : ids[0]!;
}

const typeOf = (body: unknown) => (Array.isArray(body) ? spoken(body[0]?.type) : '');

function said(body: unknown) {
  const { name, message } = (body ?? {}) as { name?: unknown; message?: unknown };
  return [name, message].map(spoken).filter(Boolean).join(', ');
}

/** A body is whatever was recorded or read from a file; a diagram has room for words. */
const spoken = (value: unknown) => (typeof value === 'string' ? value : '');
