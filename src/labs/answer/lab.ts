import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Make Bob answer',
  about: 'Alice calls, and Bob is yours to write: edit the code, run it, and see check by check what Bob did.',
  needs: ['a camera, or the synthetic one'],
  source: 'synthetic',
};
