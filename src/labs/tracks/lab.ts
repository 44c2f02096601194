import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Tracks',
  about: 'Disable, clone and stop tracks, pull a plug, and see when a device is really let go.',
  needs: ['a camera, or the synthetic one'],
  source: 'camera',
  hears: true,
};
