import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Call',
  about: 'Two windows or two devices in a room of their own: call, answer, refuse, mute, share the screen, hang up.',
  needs: ['a camera, or the synthetic one', 'a server', 'a partner'],
  source: 'synthetic',
  forTwo: true,
  hears: true,
  quoted: 'src/labs/call/two-party.ts',
};
