import { asking } from './errors/asking.ts';
import { carrying } from './errors/carrying.ts';
import { channels } from './errors/channels.ts';
import { descriptions } from './errors/descriptions.ts';
import type { ErrorGroup } from './errors/known-error.ts';
import { playing } from './errors/playing.ts';
import { states } from './errors/states.ts';
import { tracks } from './errors/tracks.ts';
import { ways } from './errors/ways.ts';

/** In the order in which a call comes to them. */
export const errorGroups: readonly ErrorGroup[] = [
  asking,
  carrying,
  states,
  descriptions,
  ways,
  tracks,
  channels,
  playing,
];
