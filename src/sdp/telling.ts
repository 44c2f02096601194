import type { Description, Line, Section } from './description.ts';

/** Where a thing is laid down. */
export type Place = { title: string; url: string };

/** A piece of the line, and what it means. */
export type Part = { text: string; means: string };

export type Telling = {
  /** What the line is about, in a few words. */
  about: string;
  /** What this very line says, in a sentence or two. */
  says: string;
  parts?: readonly Part[];
  place: Place;
  /** Whether nothing is known of it but its form. */
  isGeneral?: true;
};

/** The line, and where it stands. */
export type Told = { line: Line; section: Section; description: Description };

/** Explains an attribute; `argument` is what stands behind its colon, '' where there is none. */
export type Tell = (argument: string, told: Told) => Telling;

export const rfc = (number: number, section?: string): Place => ({
  title: section ? `RFC ${number}, section ${section}` : `RFC ${number}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}${section ? `#section-${section}` : ''}`,
});

export const parts = (means: readonly string[], words: readonly string[]): Part[] =>
  words.flatMap((text, index) => (means[index] && text ? [{ text, means: means[index] }] : []));
