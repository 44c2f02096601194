import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Screen',
  about: 'Say what you would like to share, pick, see what was chosen and what Bob gets of it, and end it in two ways.',
  needs: ['a computer with a screen, or the synthetic one'],
  source: 'camera',
  real: 'My screen',
};
