import type { Lab } from '../lab.ts';

const quoted = ['asking', 'states', 'descriptions', 'ways', 'tracks', 'channels', 'playing'];

export const lab: Lab = {
  title: 'Errors',
  about:
    'Provoke any error of WebRTC that a browser knows, read what yours says, and see the lines that brought it about.',
  needs: [],
  quoted: quoted.map((name) => `src/labs/errors/provoke/${name}.ts`),
};
