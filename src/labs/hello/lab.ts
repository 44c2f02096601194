import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Hello',
  about:
    'Alice calls Bob, both on this page: two real connections, picture, sound and a chat, and every message drawn.',
  needs: ['a camera, or the synthetic one'],
  source: 'synthetic',
};
