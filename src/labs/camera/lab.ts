import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Camera',
  about: 'Ask for camera and microphone, be refused on purpose, see what the browser really gave, and stop.',
  needs: ['a camera, or the synthetic one'],
  source: 'camera',
  hears: true,
};
