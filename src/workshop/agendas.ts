/** Ready ones, by the addresses of what they hold; what a copy of the site does not have is left out. */
export type Ready = { name: string; says: string; items: readonly (readonly [page: string, minutes: number])[] };

const evening: Ready['items'] = [
  ['/lessons/start/the-whole-call/', 10],
  ['/lessons/media/get-user-media/', 25],
  ['/lessons/connecting/peer-connection/', 25],
  ['/lessons/connecting/tasklist/', 50],
];

export const readyAgendas: readonly Ready[] = [
  {
    name: '90',
    says: '90 minutes',
    items: [
      ['/lessons/start/the-whole-call/', 10],
      ['/lessons/media/get-user-media/', 20],
      ['/lessons/connecting/tasklist/', 50],
      ['/lessons/connecting/by-hand/', 10],
    ],
  },
  {
    name: 'half-day',
    says: 'Half a day',
    items: [
      ['/lessons/start/what-is-webrtc/', 15],
      ...evening,
      ['/lessons/connecting/sdp/', 30],
      ['/lessons/connecting/ice/', 30],
      ['/lessons/connecting/signaling-server/', 30],
    ],
  },
  {
    name: 'evenings',
    says: 'Two evenings',
    items: [
      ...evening,
      ['/lessons/media/media-playground/', 20],
      ['/lessons/connecting/sdp/', 30],
      ['/lessons/connecting/ice/', 30],
      ['/lessons/connecting/signaling-server/', 40],
    ],
  },
];
