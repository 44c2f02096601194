// No two of these are mistaken for each other, in print, by hand or over the phone, and without vowels they make no words.
export const alphabet = 'CDFGHJKMNPRTVWXY34679';

const groups = new RegExp(`^[${alphabet}]{8}$`);

/** A code as it is kept, however it was typed: K7MT-Q4XR. Undefined for what can be none. */
export function readCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s\p{P}]/gu, '');
  return groups.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined;
}
