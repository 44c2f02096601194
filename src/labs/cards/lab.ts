import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'The 23 cards',
  about: 'Put the steps of a call in order, and have your order run. Whatever really works is right.',
  needs: ['a camera, or the synthetic one'],
  source: 'synthetic',
  // The code stands in the order that is asked for.
  quoted: [],
  runs: { lab: 'tasklist', params: 'cards' },
};
