export type Told = 'offer' | 'answer' | 'candidate';

/** What a program finds around it: a page with two pictures, and somebody who passes messages on. */
export type Page = {
  devices: MediaDevices;
  newPeer(configuration?: RTCConfiguration): RTCPeerConnection;
  tell(told: Told, body: unknown): void;
  showMine(stream: MediaStream): void;
  showTheirs(stream: MediaStream): void;
};

/** What both pages run, part by part. */
export const right = {
  // #region ask
  ask({ devices }: Page) {
    return devices.getUserMedia({ audio: true, video: { width: 320, height: 240 } });
  },
  // #endregion ask

  // #region connect
  connect({ newPeer }: Page) {
    return newPeer();
  },
  // #endregion connect

  // #region listen
  listen(page: Page, peer: RTCPeerConnection, _mine: MediaStream) {
    peer.ontrack = ({ streams: [theirs] }) => page.showTheirs(theirs!);
  },
  // #endregion listen

  // #region tell-candidates
  tellCandidates(page: Page, peer: RTCPeerConnection) {
    peer.onicecandidate = ({ candidate }) => page.tell('candidate', candidate);
  },
  // #endregion tell-candidates

  // #region add-tracks
  addTracks(peer: RTCPeerConnection, mine: MediaStream) {
    for (const track of mine.getTracks()) peer.addTrack(track, mine);
  },
  // #endregion add-tracks

  // #region hear
  async hear(page: Page, peer: RTCPeerConnection, told: string, body: unknown) {
    if (told === 'offer') {
      await peer.setRemoteDescription(body as RTCSessionDescriptionInit);
      await peer.setLocalDescription(await peer.createAnswer());
      page.tell('answer', peer.localDescription);
    }
    if (told === 'answer') await peer.setRemoteDescription(body as RTCSessionDescriptionInit);
    if (told === 'candidate') await peer.addIceCandidate(body as RTCIceCandidateInit | null);
  },
  // #endregion hear
};

export type Program = typeof right;

/** One page at work: opened, it shows its own picture and is ready for whatever it is told. */
export async function open(page: Page, program: Program) {
  const mine = await program.ask(page);
  page.showMine(mine);
  const peer = program.connect(page);
  program.listen(page, peer, mine);
  program.tellCandidates(page, peer);
  program.addTracks(peer, mine);
  return {
    hear: (told: Told, body: unknown) => program.hear(page, peer, told, body),
    // #region call
    describe: async () => peer.setLocalDescription(await peer.createOffer()),
    offer: () => page.tell('offer', peer.localDescription),
    // #endregion call
  };
}
