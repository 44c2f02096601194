// Each of these is handed to a page and runs there.

/** What both ends of the lab have before anybody calls: pictures and sound, and a place to show the other one. */
export async function openBare() {
  const wanted = { audio: true, video: { width: 320, height: 240 } };
  const devices = navigator.mediaDevices;
  const streams = [await devices.getUserMedia(wanted), await devices.getUserMedia(wanted)];
  const video = document.createElement('video');
  Object.assign(video, { autoplay: true, playsInline: true });
  document.body.prepend(video);
  Object.assign(window, { streams, video });
}

/** The same call with nothing around it: how many milliseconds pass until Alice sees Bob's first frame. */
export async function aBareCall(): Promise<number> {
  const { streams, video } = window as unknown as { streams: MediaStream[]; video: HTMLVideoElement };
  const began = performance.now();
  const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
  const shown = new Promise((shown) => video.requestVideoFrameCallback(shown));
  alice.ontrack = ({ streams: [theirs] }) => {
    video.srcObject = theirs!;
  };
  alice.onicecandidate = ({ candidate }) => bob.addIceCandidate(candidate);
  bob.onicecandidate = ({ candidate }) => alice.addIceCandidate(candidate);
  for (const [index, peer] of [alice, bob].entries()) {
    for (const track of streams[index]!.getTracks()) peer.addTrack(track, streams[index]!);
    peer.createDataChannel('about', { negotiated: true, id: 0 });
  }
  await alice.setLocalDescription();
  await bob.setRemoteDescription(alice.localDescription!);
  await bob.setLocalDescription();
  await alice.setRemoteDescription(bob.localDescription!);
  await shown;
  const took = performance.now() - began;
  alice.close();
  bob.close();
  video.srcObject = null;
  return took;
}

/** Bob does not think about it. */
export function answerAtOnce() {
  new MutationObserver(() => {
    const answer = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Answer alice');
    answer?.click();
  }).observe(document.querySelector('lab-host')!, { subtree: true, childList: true, characterData: true });
}

/** From Alice's press on Call until she sees Bob's first frame. Both have hung up when this resolves. */
export async function aLabCall(): Promise<number> {
  const button = (name: string) =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  const video = document.querySelector<HTMLVideoElement>('.call-lab figure:first-child video')!;
  const began = performance.now();
  const shown = new Promise((shown) => video.requestVideoFrameCallback(shown));
  button('Call bob')!.click();
  await shown;
  const took = performance.now() - began;
  button('Hang up')!.click();
  await new Promise<void>((free) => {
    const look = () => (button('Call bob') ? free() : requestAnimationFrame(look));
    look();
  });
  return took;
}
