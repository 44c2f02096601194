export type Findings = ReturnType<typeof look>;

/** What this page may use: asked of the browser, and not concluded from the address. */
export function look() {
  // #region look
  return {
    RTCPeerConnection: 'RTCPeerConnection' in window,
    isSecureContext,
    mediaDevices: !!navigator.mediaDevices,
    'crypto.subtle': !!crypto.subtle,
    'crypto.randomUUID': !!crypto.randomUUID,
    'navigator.clipboard': !!navigator.clipboard,
    'navigator.locks': !!navigator.locks,
    'navigator.wakeLock': !!navigator.wakeLock,
  };
  // #endregion look
}
