import { limits } from './limits.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Controls, what turns the reading direction, what is unassigned, and what takes no room though it is called a letter.
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu;
// Families and hearts are several emoji held together by what is unseen elsewhere.
const emoji =
  /\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)*/gu;
const marksInFlood = /(\p{M}{4})\p{M}+/gu;
const codePointsOfOne = 12;

/** A name as it can be shown to others: one line, nothing hidden in it, nothing that reaches out of its line. */
export function cleanName(said: string): string {
  const line = said
    .slice(0, limits.nameSaid)
    .normalize('NFC')
    .replace(/[^\S\ufeff]+/g, ' ');
  const seen = keepEmoji(line, (text) => text.replace(unseen, ''))
    .replace(/ +/g, ' ')
    .trim();
  let name = '';
  let letters = 0;
  for (const { segment } of graphemes.segment(seen.replace(/^\p{M}+/u, '').replace(marksInFlood, '$1'))) {
    const letter = [...segment].slice(0, codePointsOfOne).join('');
    if (++letters > limits.name || name.length + letter.length > limits.nameLength) break;
    name += letter;
  }
  return name.trim() || 'guest';
}

function keepEmoji(text: string, clean: (between: string) => string): string {
  let [cleaned, from] = ['', 0];
  for (const { 0: found, index } of text.matchAll(emoji)) {
    cleaned += clean(text.slice(from, index)) + found;
    from = index + found.length;
  }
  return cleaned + clean(text.slice(from));
}

/** This name, or with the first number behind it that makes it different from those that are taken. */
export function freeName(name: string, taken: readonly string[]): string {
  const looks = new Set(taken.map(look));
  let free = name;
  for (let number = 2; looks.has(look(free)); number++) free = `${name} ${number}`;
  return free;
}

const look = (name: string) => name.normalize('NFKC').toLowerCase();
