import type { Trial } from './told.ts';

/** How it went: `untried` where no page hides its addresses, so that there are no names to find. */
export type Outcome = 'trying' | 'yes' | 'no' | 'untried';
export type Attempt = ReturnType<typeof openAttempt>;

/** When two on one network have not met by then, they will not. */
const patienceMs = 15_000;

type Ends = {
  iceServers: readonly RTCIceServer[];
  /** To the other page, by way of the server. */
  send(candidate: RTCIceCandidate | null): void;
  become(outcome: Outcome): void;
};

const isName = (candidate: string) => / \S+\.local /.test(candidate);
const isDirect = ({ urls }: RTCIceServer) => [urls].flat().every((url) => url.startsWith('stun'));

/** One connection between the two pages, to see whether it comes about. */
export function openAttempt(trial: Trial, { iceServers, send, become }: Ends) {
  const peer = new RTCPeerConnection({ iceServers: trial === 'all' ? iceServers.filter(isDirect) : [] });
  peer.createDataChannel('check', { negotiated: true, id: 0 });
  const described = Promise.withResolvers<void>();
  let [names, ends, isOver] = [0, 0, false];

  const end = (outcome: Outcome) => {
    if (isOver) return;
    isOver = outcome !== 'yes';
    clearTimeout(timer);
    become(outcome);
  };
  const timer = setTimeout(() => end('no'), patienceMs);

  /** What is passed on, and heard: candidates of this trial, and that there will be no more. */
  function passes(candidate: string | undefined): boolean {
    if (candidate) {
      if (trial === 'all') return true;
      names += Number(isName(candidate));
      return isName(candidate);
    }
    ends += 1;
    if (trial === 'names' && ends === 2 && names === 0) end('untried');
    return true;
  }

  peer.onicecandidate = ({ candidate }) => {
    if (passes(candidate?.candidate)) send(candidate);
  };
  peer.onconnectionstatechange = () => {
    if (peer.connectionState === 'connected') end('yes');
    if (peer.connectionState === 'failed') end('no');
  };

  return {
    async offer() {
      const offer = await peer.createOffer();
      await peer.setLocalDescription(offer);
      return offer;
    },
    async answer(theirs: RTCSessionDescriptionInit) {
      await peer.setRemoteDescription(theirs);
      const answer = await peer.createAnswer();
      await peer.setLocalDescription(answer);
      described.resolve();
      return answer;
    },
    async settle(theirs: RTCSessionDescriptionInit) {
      await peer.setRemoteDescription(theirs);
      described.resolve();
    },
    async reach(candidate: RTCIceCandidateInit | null) {
      await described.promise;
      if (passes(candidate?.candidate) && peer.connectionState !== 'closed') await peer.addIceCandidate(candidate);
    },
    close() {
      isOver = true;
      clearTimeout(timer);
      peer.close();
    },
  };
}
