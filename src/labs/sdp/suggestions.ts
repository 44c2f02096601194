import type { Description, Line } from '../../sdp/description.ts';
import { attribute, mediaOf } from '../../sdp/section.ts';
import { type Edits, noEdits, withEdit } from './edits.ts';

export type Suggestion = { title: string; asks: string; edits(offer: Description): Edits };

const first = (lines: readonly Line[], start: string) => lines.find(({ text }) => text.startsWith(start));

/** Replaces in every line that begins so; a browser may say a thing once for all, or in each section. */
const inEvery = (start: string, now: (text: string) => string) => (offer: Description) =>
  offer.lines
    .filter(({ text }) => text.startsWith(start))
    .reduce((edits, line) => withEdit(edits, line, now(line.text)), noEdits);

const inVideo = (start: string, now: (text: string) => string) => (offer: Description) => {
  const video = offer.media.find((section) => mediaOf(section)?.kind === 'video');
  const line = video && first(video.lines, start);
  return line ? withEdit(noEdits, line, now(line.text)) : noEdits;
};

/** Edits of an offer from which there is something to learn. */
export const suggestions: readonly Suggestion[] = [
  {
    title: 'One way only',
    asks: 'Alice’s picture is offered as sendonly. May Bob still send his?',
    edits: inVideo('a=sendrecv', () => 'a=sendonly'),
  },
  {
    title: 'No picture, please',
    asks: 'Port 0 refuses a section. Is it gone from the answer?',
    edits: inVideo('m=video', (text) => text.replace(/^m=video \d+/, 'm=video 0')),
  },
  {
    title: 'A codec that nobody knows',
    asks: 'The favourite is called VP7 on its way. What does the answer leave out, and what is sent instead?',
    edits: inVideo('a=rtpmap:', (text) => text.replace(/ [^/]+/, ' VP7')),
  },
  {
    title: 'Short messages',
    asks: 'Alice says that she takes no message of more than 1,000 bytes. Who has to keep to that?',
    edits: inEvery('a=max-message-size', () => 'a=max-message-size:1000'),
  },
  {
    title: 'A line lost its letter',
    asks: 'One browser refuses that at once, another reads on as if nothing were there.',
    edits: (offer) => {
      const line = first(offer.media[0]?.lines ?? [], 'a=rtcp-mux');
      return line ? withEdit(noEdits, line, line.text.slice(2)) : noEdits;
    },
  },
  {
    title: 'No fingerprint',
    asks: 'Without it nobody knows whom they encrypt for.',
    edits: inEvery('a=fingerprint', () => ''),
  },
  {
    title: 'Somebody else’s fingerprint',
    asks: 'What a server in the middle would have to do. Both take the description. And then?',
    edits: inEvery('a=fingerprint', (text) => text.replace(/..$/, (last) => (last === '00' ? '01' : '00'))),
  },
];

export const nameOf = (description: Description, number: number) => {
  const section = description.media.findLast(({ media }) => media!.number <= number);
  return section ? `${mediaOf(section)!.kind}, mid ${attribute(section, 'mid') ?? '?'}` : 'session';
};
