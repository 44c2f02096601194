import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import { hears } from '../../tests/hears.ts';

type Offer = { offererUserName: string; offer: object; answer: object | null; [more: string]: unknown };

/**
 * What a program written for the course does on the wire: its events, its payloads, and no word of ours. Everything
 * that it is told is kept, in order.
 */
export function courseClient(port: number, auth: object = {}, options: Partial<ManagerOptions & SocketOptions> = {}) {
  const socket = io(`http://localhost:${port}`, { auth, forceNew: true, reconnection: false, ...options });
  onTestFinished(() => void socket.close());
  const { heard, told: hasTold } = hears(socket, ['connect', 'connect_error', 'disconnect']);
  /** The nth event of this name, whenever it comes: everything that it came with. */
  const told = (name: string, nth = 1) => hasTold(name, undefined, nth);

  return {
    socket,
    heard,
    told,
    /** The names of what it was told, beyond having been connected. */
    events: () => heard.map(([name]) => name).filter((name) => !['connect', 'welcome'].includes(name)),
    /** An answer comes after everything that was told before it: once this is over, nothing more is on its way. */
    settled: () => socket.emitWithAck('hangUp', { offer: 'none' }),
    calls: (sdp: string) => void socket.emit('newOffer', { type: 'offer', sdp }),
    /** Sends back the whole object with its answer in it; what it is answered with are the candidates so far. */
    answers: (offer: Offer, sdp: string) =>
      socket.emitWithAck('newAnswer', { ...offer, answer: { type: 'answer', sdp } }) as Promise<unknown>,
    finds: (candidate: string, iceUserName = 'me', didIOffer = true) =>
      void socket.emit('sendIceCandidateToSignalingServer', { iceCandidate: ice(candidate), iceUserName, didIOffer }),
    waitingOffer: async (nth = 1) => {
      const [offers] = await told('newOfferAwaiting', nth);
      return (offers as Offer[])[0]!;
    },
  };
}

export type CourseClient = ReturnType<typeof courseClient>;

export const ice = (name: string) => ({ candidate: `candidate:${name}`, sdpMid: '0', sdpMLineIndex: 0 });

/** Has a seat; or the test ends and says why not. */
export async function letIn(client: CourseClient) {
  const refused = client.told('connect_error').then(([error]) => Promise.reject(error));
  await Promise.race([client.told('welcome'), refused]);
}

/** Connected, and in the lobby under this name. */
export async function inLobby(port: number, userName: string, more: object = {}) {
  const client = courseClient(port, { userName, password: 'x', ...more });
  await letIn(client);
  return client;
}

/** Alice has offered, and Bob has heard of it. */
export async function aliceCallsBob(port: number) {
  const [alice, bob] = [await inLobby(port, 'alice'), await inLobby(port, 'bob')];
  alice.calls('alice offers');
  return { alice, bob, offer: await bob.waitingOffer() };
}
