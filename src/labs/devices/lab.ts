import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Devices',
  about: 'See the list of devices before and after you are asked, change camera in mid-call, and pull one out.',
  needs: ['a camera, or the synthetic one'],
  source: 'synthetic',
  real: 'My devices',
};
