import type { Overheard } from '../../carriers/line.ts';

export type Name = 'alice' | 'bob';

/** What one of them wrote or read. */
export type Written = Overheard & { who: Name };

/** A message that somebody asked for, and the id that it bears wherever it is written. */
export type Mailed = { who: Name; what: string; mail: string };

/** The messages that every call needs, each as it leaves and as it arrives. */
export const letters = [
  { title: 'Alice introduces herself', who: 'alice', way: 'out' },
  { title: 'Her offer, as she sends it', who: 'alice', way: 'out', of: ['alice', 'offer'] },
  { title: 'Her offer, as it reaches Bob', who: 'bob', way: 'in', of: ['alice', 'offer'] },
  { title: 'Bob’s answer, as he sends it', who: 'bob', way: 'out', of: ['bob', 'answer'] },
  { title: 'His answer, as it reaches Alice', who: 'alice', way: 'in', of: ['bob', 'answer'] },
  { title: 'A candidate of Alice’s, as she sends it', who: 'alice', way: 'out', of: ['alice', 'candidate'] },
  { title: 'The same candidate, as it reaches Bob', who: 'bob', way: 'in', of: ['alice', 'candidate'] },
] as const satisfies { title: string; who: Name; way: Overheard['way']; of?: [Name, string] }[];
export type Letter = (typeof letters)[number];

/** The text in which this message was written, if it was by now: a message is known by its id. */
export function textOf(letter: Letter, written: readonly Written[], mailed: readonly Mailed[]): string | undefined {
  const theirs = written.filter(({ who, way }) => who === letter.who && way === letter.way);
  if (!('of' in letter)) return theirs[0]?.text;
  const [from, what] = letter.of;
  const mail = mailed.find((message) => message.who === from && message.what === what)?.mail;
  return theirs.find(({ text }) => mail !== undefined && text.includes(`"${mail}"`))?.text;
}

/** The same without the bulk: of a description its first line, and how much of it there is. */
export const abridged = (text: string) =>
  text.replaceAll(
    /"sdp":"((?:[^"\\]|\\.)*)"/g,
    (_, sdp: string) => `"sdp":"${sdp.slice(0, 7)}… ${sdp.length} characters"`,
  );
