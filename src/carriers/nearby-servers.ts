/**
 * Names like `3f2e….local`, behind which browsers hide addresses, are not found on every network; what a STUN server
 * saw is. A page at localhost is open on this machine alone and needs none.
 */
export async function nearbyServers(): Promise<RTCIceServer[]> {
  if (['localhost', '127.0.0.1', '[::1]'].includes(location.hostname)) return [];
  try {
    const { iceServers } = (await (await fetch('/api/ice')).json()) as { iceServers: RTCIceServer[] };
    return iceServers;
  } catch {
    // A copy of the site on plain hosting has no server to ask.
    return [];
  }
}
