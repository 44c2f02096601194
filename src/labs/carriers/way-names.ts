export const wayNames = ['Socket.IO', 'WebSocket', 'PartyKit room', 'This page'] as const;
export type Way = (typeof wayNames)[number];
