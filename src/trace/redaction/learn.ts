import { isDeeper } from '../../../protocol/is-deeper.ts';
import { findBase64 } from './base64.ts';
import { findSecrets } from './contexts.ts';
import { escapings } from './escapes.ts';
import type { Kind } from './pseudonyms.ts';
import { mapStrings } from './strings.ts';
import { deepest } from './text-redaction.ts';

/** Deeper than this no JSON inside a text is followed. */
const deepestJson = 100;

/**
 * Reads values, and calls back with every secret that they give away by a name, by its form or by what stands before
 * it. What was read once is not read again.
 */
export function learner(onSecret: (kind: Kind, secret: string) => void) {
  const known = new Map<string, number>();
  const isNew = (text: string, depth: number) => (known.get(text) ?? 0) < depth && known.set(text, depth);

  function learn(value: unknown): void {
    mapStrings(value, (text, kind) => {
      if (kind) onSecret(kind, text);
      else learnFrom(text, deepest);
      return text;
    });
  }

  function learnFrom(text: string, depth: number) {
    if (!isNew(text, depth)) return;
    for (const { start, end, kind } of findSecrets(text)) onSecret(kind, text.slice(start, end));
    for (const { read } of escapings) {
      const plain = read(text);
      if (plain) learnFrom(plain.text, depth - 1);
    }
    for (const { run, readings } of findBase64(text)) {
      if (run === text || isNew(run, depth)) for (const { says } of readings) learnFrom(says, depth - 1);
    }
    if (/^\s*[{[]/.test(text)) learnFromJson(text);
  }

  function learnFromJson(text: string) {
    try {
      const value: unknown = JSON.parse(text);
      if (!isDeeper(value, deepestJson)) learn(value);
    } catch {
      // It only began like JSON: what its words give away has been learnt.
    }
  }

  return learn;
}
