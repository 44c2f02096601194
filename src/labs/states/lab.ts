import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'States',
  about:
    'Drive two connections by hand. Each button says beforehand what it will do, and you may press the wrong ones.',
  needs: ['a camera, or the synthetic one'],
  source: 'synthetic',
};
