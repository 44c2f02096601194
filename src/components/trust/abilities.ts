export type Ability = { name: string; code: string; gives: string; here: boolean };

type Browser = {
  isSecureContext: boolean;
  RTCPeerConnection?: unknown;
  navigator: { mediaDevices?: unknown; clipboard?: unknown; locks?: unknown; wakeLock?: unknown };
  crypto?: { subtle?: unknown; randomUUID?: unknown };
};

/** What this page may use where it was loaded from: asked of the browser, not concluded from the address. */
export const abilitiesOf = ({ isSecureContext, RTCPeerConnection, navigator, crypto }: Browser): Ability[] => [
  { name: 'Connections', code: 'RTCPeerConnection', gives: 'calls and data channels', here: !!RTCPeerConnection },
  { name: 'Secure context', code: 'isSecureContext', gives: 'the key to all below', here: isSecureContext },
  {
    name: 'Camera, microphone, screen',
    code: 'mediaDevices',
    gives: 'your own picture',
    here: !!navigator.mediaDevices,
  },
  { name: 'Cryptography', code: 'crypto.subtle', gives: 'hashes and keys', here: !!crypto?.subtle },
  { name: 'Random names', code: 'crypto.randomUUID', gives: 'ids nobody else has', here: !!crypto?.randomUUID },
  { name: 'Clipboard', code: 'navigator.clipboard', gives: 'copying with one press', here: !!navigator.clipboard },
  { name: 'Locks', code: 'navigator.locks', gives: 'one tab speaking for all', here: !!navigator.locks },
  { name: 'Staying awake', code: 'navigator.wakeLock', gives: 'a screen that stays on', here: !!navigator.wakeLock },
];
