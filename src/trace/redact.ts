import type { Entry } from '../../protocol/entry.ts';
import { huntFor } from './redaction/hunt.ts';
import { learner } from './redaction/learn.ts';
import { createPseudonyms, isPseudonym, isSecret, type Kind } from './redaction/pseudonyms.ts';
import { mapStrings } from './redaction/strings.ts';
import { textRedaction } from './redaction/text-redaction.ts';

/**
 * The trace as it may be shown to others. Addresses, ICE and TURN credentials, fingerprints, device labels and the ids
 * of devices, streams and tracks have other names, the same for the same secret throughout; descriptions and candidates
 * parse as before; ports and everything else are as they were. Redacting what is redacted changes nothing.
 */
export const redact = (entries: readonly Entry[]): Entry[] => liveRedaction()(entries);

/**
 * The same for a trace that grows: each call takes what came since the last one. What a later entry gives away is hidden
 * from then on; addresses, keys and whatever else is known by its form or its place are hidden from the first.
 */
export function liveRedaction(): (entries: readonly Entry[]) => Entry[] {
  const secrets = new Map<string, Kind>();
  const taken = new Set<string>();
  const learn = learner((kind, value) => {
    if (isPseudonym(kind, value)) taken.add(value);
    else if (isSecret(kind, value) && !secrets.has(value)) secrets.set(value, kind);
  });
  const names = new Set<string>();
  const rename = createPseudonyms(taken);

  return (entries) => {
    for (const entry of entries) {
      learn(tellingPart(entry));
      for (const name of namesIn(entry)) names.add(name);
    }
    const redactText = textRedaction(
      huntFor(secrets, (word) => names.has(word)),
      rename,
    );
    const redacted = (text: string, kind?: Kind) => (kind ? rename(kind, text) : redactText(text));
    return entries.map((entry) => ({ ...entry, ...(mapStrings(tellingPart(entry), redacted) as Partial<Entry>) }));
  };
}

/** What somebody else put into an entry; the rest is the recorder's own. */
function tellingPart(entry: Entry): Partial<Entry> {
  const parts = (['name', 'on', 'mail', 'body'] as const).filter((part) => entry[part] !== undefined);
  return Object.fromEntries(parts.map((part) => [part, entry[part]]));
}

/** The names of this trace: should a secret be called like one of them, the name still stays. */
const namesIn = ({ who, what, name, on = '' }: Entry) =>
  [who, what, name, on].filter((name) => name.length < 24 && isPlainName.test(name));
const isPlainName = /^\p{L}+\d{0,3}(#\d+)?$/u;
