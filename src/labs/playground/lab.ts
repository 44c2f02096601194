import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Media playground',
  about: 'All of it on one page: share, show, resize, record, play, share the screen, change devices.',
  needs: ['a camera, or the synthetic one'],
  source: 'camera',
  hears: true,
};
