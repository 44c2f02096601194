import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'By hand',
  about: 'No server between them: you carry Alice’s offer to Bob, and his answer back, as text or as a QR code.',
  needs: [],
};
