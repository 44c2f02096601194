import { io } from 'socket.io-client';
import type { Told, Udp } from './told.ts';

// What a page finds out by itself about the way to its server.

/** A server on the same network answers in a hundredth of it. */
const patienceMs = 5_000;

export async function probe(iceServers: readonly RTCIceServer[]): Promise<Told> {
  const [isGenuine, hasSocket, udp] = await Promise.all([answersItself(), opensSocket(), asksStun(iceServers)]);
  return { from: location.origin, isSecure: isSecureContext, isGenuine, hasSocket, udp };
}

/** Where somebody has to sign in first, whatever is asked for is answered by somebody else. */
async function answersItself(): Promise<boolean> {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
    return typeof ((await answer.json()) as { uptime?: unknown }).uptime === 'number' && !answer.redirected;
  } catch {
    return false;
  }
}

function opensSocket(): Promise<boolean> {
  const socket = io('/workshop', {
    auth: { as: 'visitor' },
    forceNew: true,
    reconnection: false,
    transports: ['websocket'],
    timeout: patienceMs,
  });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  socket.once('connect', () => resolve(true));
  socket.once('connect_error', () => resolve(false));
  return promise.finally(() => socket.close());
}

async function asksStun(iceServers: readonly RTCIceServer[]): Promise<Udp> {
  if (isLoopback()) return 'untried';
  if (iceServers.length === 0) return 'none';
  const peer = new RTCPeerConnection({ iceServers: [...iceServers] });
  peer.createDataChannel('probe');
  const { promise, resolve } = Promise.withResolvers<Udp>();
  const timer = setTimeout(() => resolve('silent'), patienceMs);
  let [doors, errors] = [0, 0];
  peer.onicecandidateerror = () => void (errors += 1);
  peer.onicecandidate = ({ candidate }) => {
    if (candidate?.type === 'srflx') resolve('answers');
    if (candidate?.type === 'host' && candidate.protocol === 'udp') doors += 1;
  };
  // Where no NAT lies between, what the server saw is no news, and a browser that shows its addresses keeps it to itself.
  peer.onicegatheringstatechange = () => {
    if (peer.iceGatheringState === 'complete') resolve(doors > errors ? 'answers' : 'silent');
  };
  await peer.setLocalDescription();
  return promise.finally(() => {
    clearTimeout(timer);
    peer.close();
  });
}

/** Firefox takes no server at such an address, and a phone is never there. */
const isLoopback = () => /^(localhost|.+\.localhost|127\..+|\[::1\])$/.test(location.hostname);
