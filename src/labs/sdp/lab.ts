import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'SDP',
  about:
    'Read your own offer and answer line by line, side by side, change a line, and see what the browser makes of it.',
  needs: ['a camera, or the synthetic one'],
  source: 'synthetic',
};
