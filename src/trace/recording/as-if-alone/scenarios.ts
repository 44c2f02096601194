import { channels } from './channels.ts';
import { given } from './given.ts';
import { legacy } from './legacy.ts';
import { making } from './making.ts';
import { media } from './media.ts';
import { mediaRecorders } from './media-recorders.ts';
import { peerEvents } from './peer-events.ts';
import { peerMethods } from './peer-methods.ts';
import { promises } from './promises.ts';
import { rtp } from './rtp.ts';
import type { Scenarios } from './scenario.ts';
import { shapes } from './shapes.ts';
import { surroundings } from './surroundings.ts';

/** Everything that a page does both ways. */
export const scenarios: Scenarios = {
  ...shapes,
  ...making,
  ...peerMethods,
  ...peerEvents,
  ...rtp,
  ...channels,
  ...media,
  ...mediaRecorders,
  ...legacy,
  ...given,
  ...promises,
  ...surroundings,
};
