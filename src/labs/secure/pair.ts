import type { Peer } from '../../../protocol/messages.ts';
import type { Heard, Seat } from '../../carriers/carrier.ts';
import { answer, offer, prepare, reach, settle } from './secure.ts';

export type Name = 'alice' | 'bob';

type Means = {
  who: Name;
  seat: Seat;
  stream: MediaStream;
  newPeer(): RTCPeerConnection;
  /** What came of the other page; nothing, once it has gone. */
  show(theirs: MediaStream | undefined): void;
  findings(theirs: string): void;
  told(sentence: string): void;
};

/** One call, from its offer on. Candidates follow the description that they belong to. */
type Call = { peer: RTCPeerConnection; partner: string; id?: string; said: PromiseWithResolvers<void> };

/** Nobody has to ring: Alice calls whoever comes by her link, and Bob answers. A device that comes later takes the place. */
export function pair({ who, seat, stream, newPeer, show, findings, told }: Means) {
  let call: Call | undefined;

  function begin(partner: string): Call {
    call?.peer.close();
    const peer = newPeer();
    const begun: Call = { peer, partner, said: Promise.withResolvers() };
    prepare(peer, stream, {
      candidate: (found) => void begun.said.promise.then(() => seat.candidate(found, begun.id)),
      stream: show,
      findings,
    });
    peer.addEventListener('connectionstatechange', () => {
      const sentence = sentences[peer.connectionState];
      if (sentence && call === begun) told(sentence);
    });
    return (call = begun);
  }

  async function ring({ seat: partner }: Peer) {
    const mine = begin(partner);
    told('Calling the other device …');
    const reply = await seat.offer(await offer(mine.peer), partner);
    if (!reply.ok) return told(reply.sentence);
    mine.id = reply.value.offer;
    mine.said.resolve();
  }

  function end() {
    call?.peer.close();
    call = undefined;
    show(undefined);
    told('The other device has gone. Whoever opens the link is called again.');
  }

  async function hear(heard: Heard): Promise<void> {
    switch (heard.what) {
      case 'peerJoined':
        return who === 'alice' ? ring(heard.peer) : told(isHere);
      case 'offerWaiting': {
        if (who === 'alice') return;
        const mine = begin(heard.offer.from.seat);
        mine.id = heard.offer.id;
        const reply = await seat.answer(mine.id, await answer(mine.peer, heard.offer.description));
        if (!reply.ok) return told(reply.sentence);
        return mine.said.resolve();
      }
      case 'answered':
        if (heard.offer.id === call?.id) await settle(call.peer, heard.answer);
        return;
      case 'candidateFound':
        if (heard.offer === call?.id) await reach(call.peer, heard.candidate);
        return;
      case 'peerLeft':
        if (heard.peer.seat === call?.partner) end();
        return;
      case 'turnedAway':
        return told(heard.why.sentence);
    }
  }
  seat.listen((heard) => void hear(heard).catch((error) => told(`It broke off. ${error}`)));
  const [other] = seat.peers.slice(-1);
  if (who === 'alice' && other) void ring(other).catch((error) => told(`It broke off. ${error}`));
  else if (other) told(isHere);
}

const isHere = 'The other device is here, and calls this one.';

const sentences: Partial<Record<RTCPeerConnectionState, string>> = {
  connecting: 'Looking for a way between the two …',
  connected: 'Connected. Pictures go straight from one device to the other.',
  disconnected: 'Nothing comes through just now. It may heal by itself.',
  failed:
    'No way between the two was found, or it was lost. Are both in the same network, and do its devices see each other?',
};
