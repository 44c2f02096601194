import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'The 23 steps',
  about: 'A whole call between Alice and Bob, in seven acts or 23 steps. It stops wherever you want to look.',
  needs: ['a camera, or the synthetic one'],
  source: 'synthetic',
  forTwo: true,
  hasSteps: true,
};
