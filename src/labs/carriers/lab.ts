import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: 'Carriers',
  about:
    'One call, by the same code, over Socket.IO, a WebSocket, a PartyKit room or this very page; what each writes on the wire stands side by side.',
  needs: ['a camera, or the synthetic one', 'a server'],
  source: 'synthetic',
};
