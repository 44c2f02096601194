import { answer, hear, offer, outcome, settle } from './sdp.ts';

export type Which = 'offer' | 'answer';
/** Where a description is changed: before it is set by whoever made it, or between the two. */
export type Where = 'own' | 'way';

export type Made = Partial<Record<Which, string>>;

export type Refused = { call: string; error: Error; text: string; which: Which };

export type Attempt = {
  /** As they were made. */
  made: Made;
  /** As they were heard by the other side. */
  heard: Made;
  refused?: Refused;
  alice: RTCPeerConnection;
  bob: RTCPeerConnection;
};

type Sides = Record<'alice' | 'bob', { peer: RTCPeerConnection; stream: MediaStream }>;

/** Given a description as it was made, gives the one that is set and the one that arrives. */
type Change = (which: Which, made: string) => Record<Where, string>;

/** A whole call, with descriptions that may be changed; it ends at the first refusal. */
export async function attempt({ alice, bob }: Sides, change: Change): Promise<Attempt> {
  const done: Attempt = { made: {}, heard: {}, alice: alice.peer, bob: bob.peer };
  const names = { offer: ['Alice', 'Bob'], answer: ['Bob', 'Alice'] } as const;
  let refusing: Omit<Refused, 'error'> | undefined;

  async function say(which: Which, peer: RTCPeerConnection, made: RTCSessionDescriptionInit) {
    const { own, way } = change(which, made.sdp!);
    done.made[which] = made.sdp!;
    refusing = { call: `${names[which][0]}’s setLocalDescription(${which})`, text: own, which };
    await settle(peer, { type: which, sdp: own });
    refusing = { call: `${names[which][1]}’s setRemoteDescription(${which})`, text: way, which };
    done.heard[which] = way;
    return way;
  }

  try {
    const heard = await say('offer', alice.peer, await offer(alice.peer, alice.stream));
    const answered = await answer(bob.peer, bob.stream, heard);
    await hear(alice.peer, await say('answer', bob.peer, answered));
  } catch (error) {
    if (!refusing) throw error;
    done.refused = { ...refusing, error: error as Error };
  }
  return done;
}

/** Hands candidates over; those that come before their description wait for it. */
export function introduce(from: RTCPeerConnection, to: RTCPeerConnection) {
  const early: (RTCIceCandidate | null)[] = [];
  // What belongs to a description that was changed may be refused: that is what was asked for.
  const add = (candidate: RTCIceCandidate | null) => to.addIceCandidate(candidate).catch(() => {});
  from.onicecandidate = ({ candidate }) => (to.remoteDescription ? add(candidate) : early.push(candidate));
  to.addEventListener('signalingstatechange', () => {
    if (to.signalingState !== 'closed' && to.remoteDescription) for (const each of early.splice(0)) void add(each);
  });
}

export type Facts = readonly (readonly [what: string, is: string])[];

/** What there is to know of a call, in words, one fact a line. */
export function factsOf({ alice, bob, heard }: Attempt): Facts {
  const states: Facts = [
    ['Alice’s connection', alice.connectionState],
    ['Bob’s connection', bob.connectionState],
  ];
  if (alice.signalingState !== 'stable' || !heard.answer) return states;
  const { sections } = outcome(alice);
  const { largestMessage } = outcome(bob);
  return [
    ...sections.map(({ kind, direction, codec }): Facts[number] => [
      `Alice’s ${kind === 'audio' ? 'sound' : 'picture'}`,
      `${ways[direction ?? ''] ?? 'refused'}${codec && direction?.startsWith('send') ? `, as ${codec.split('/')[1]}` : ''}`,
    ]),
    ['Bob may send messages of', largestMessage ? `up to ${largestMessage.toLocaleString('en')} bytes` : 'any size'],
    ...states,
  ];
}

const ways: Readonly<Record<string, string>> = {
  sendrecv: 'goes both ways',
  sendonly: 'goes to Bob only',
  recvonly: 'comes from Bob only',
  inactive: 'does not flow',
};
