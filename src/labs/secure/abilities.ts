import type { Findings } from './look.ts';

/** What each thing that a page may have is good for. */
export const abilities: Record<keyof Findings, { name: string; gives: string }> = {
  RTCPeerConnection: { name: 'Connections', gives: 'calls and data channels' },
  isSecureContext: { name: 'Secure context', gives: 'the key to all below' },
  mediaDevices: { name: 'Camera, microphone, screen', gives: 'your own picture' },
  'crypto.subtle': { name: 'Cryptography', gives: 'hashes and keys' },
  'crypto.randomUUID': { name: 'Random names', gives: 'ids nobody else has' },
  'navigator.clipboard': { name: 'Clipboard', gives: 'copying with one press' },
  'navigator.locks': { name: 'Locks', gives: 'one tab speaking for all' },
  'navigator.wakeLock': { name: 'Staying awake', gives: 'a screen that stays on' },
};

export const codes = Object.keys(abilities) as (keyof Findings)[];
