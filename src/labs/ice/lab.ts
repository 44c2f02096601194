import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'ICE',
  about:
    'Name any STUN and TURN servers, watch candidates come, and read which pair of them won, and what this network allows.',
  needs: ['a server'],
  source: 'synthetic',
};
