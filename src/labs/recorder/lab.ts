import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Recorder',
  about: 'Record, pause, watch the chunks come, play what you have, and find out why a player cannot tell its length.',
  needs: ['a camera, or the synthetic one'],
  source: 'camera',
  hears: true,
};
