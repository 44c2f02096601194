import type { Provoke } from './place.ts';
import { asking } from './provoke/asking.ts';
import { carrying } from './provoke/carrying.ts';
import { channels } from './provoke/channels.ts';
import { descriptions } from './provoke/descriptions.ts';
import { playing } from './provoke/playing.ts';
import { states } from './provoke/states.ts';
import { tracks } from './provoke/tracks.ts';
import { ways } from './provoke/ways.ts';

/**
 * Everything that can be provoked here, by what it is about. Each is named as the table of errors names it. Asked for anew
 * each time: a reader may have put another version into the place of one.
 */
export const provocations = (): readonly { about: string; each: Readonly<Record<string, Provoke>> }[] => [
  { about: 'Asking for devices', each: asking },
  { about: 'Reaching the server', each: carrying },
  { about: 'The wrong moment', each: states },
  { about: 'Descriptions', each: descriptions },
  { about: 'Candidates and servers', each: ways },
  { about: 'Tracks', each: tracks },
  { about: 'Data channels', each: channels },
  { about: 'Recording and playing', each: playing },
];

export const provocation = (slug: string) =>
  provocations()
    .map(({ each }) => each[slug])
    .find(Boolean);

/** 'answer-too-early' is “Answer too early”. */
export const titleOf = (slug: string) => slug.replace(/^./, (first) => first.toUpperCase()).replaceAll('-', ' ');
