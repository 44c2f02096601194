import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Your phone',
  about:
    'What this page may do where it came from, what the same page may do on your phone, and a call between the two.',
  needs: ['a camera, or the synthetic one', 'a server', 'a second device'],
  source: 'synthetic',
  forTwo: true,
  quoted: ['src/labs/secure/look.ts', 'src/labs/secure/secure.ts'],
};
