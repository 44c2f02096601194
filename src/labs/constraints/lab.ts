import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Constraints',
  about: 'Build constraints, predict what comes, apply them to a live camera, and see why that won.',
  needs: ['a camera, or the synthetic one'],
  source: 'camera',
};
