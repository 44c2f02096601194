import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Only myself',
  about:
    'Two pages call each other, and Alice sees only herself. Choose what is wrong, or be surprised, and find it in the trace.',
  needs: ['a camera, or the synthetic one'],
  source: 'synthetic',
  quoted: ['src/labs/only-myself/only-myself.ts', 'src/labs/only-myself/faults.ts'],
};
