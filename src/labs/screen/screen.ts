import type { DisplayOptions } from '../../media/display-options.ts';

/** Its user picks what is shared, and the promise waits for as long as they look for it. */
export async function share(devices: MediaDevices, wishes: DisplayOptions) {
  // #region share
  const stream = await devices.getDisplayMedia(wishes);
  // #endregion share
  return stream;
}

/** The page learns only afterwards what it was given. */
export function chosen(stream: MediaStream) {
  // #region chosen
  const [picture] = stream.getVideoTracks();
  const [sound] = stream.getAudioTracks();
  const { displaySurface, width, height, frameRate } = picture!.getSettings();
  // #endregion chosen
  return { label: picture!.label, displaySurface, width, height, frameRate, sound: sound !== undefined };
}

/** Called when the person has stopped sharing where they always can, in the browser, or has closed what they shared. */
export function whenOver(stream: MediaStream, over: () => void) {
  // #region over
  const [picture] = stream.getVideoTracks();
  picture!.addEventListener('ended', over);
  // #endregion over
}

/** The page's own way to end it. No `ended` follows: whoever calls stop() knows. */
export function stop(stream: MediaStream) {
  // #region stop
  for (const track of stream.getTracks()) {
    track.stop();
  }
  // #endregion stop
}

/** Alice and Bob are connected before anything is shared, and have agreed on a place for a picture. */
export function emptyPlace(alice: RTCPeerConnection) {
  // #region place
  const { sender } = alice.addTransceiver('video', { direction: 'sendonly' });
  const news = alice.createDataChannel('news');
  // #endregion place
  return { sender, news };
}

/** The picture goes into the place that is there: nothing is negotiated, and Bob hears of no new track. */
export async function send(sender: RTCRtpSender, news: RTCDataChannel, stream: MediaStream) {
  // #region send
  const [picture] = stream.getVideoTracks();
  await sender.replaceTrack(picture!);
  news.send('shared');
  // #endregion send
}

/** An empty place tells nobody anything: without a word Bob goes on looking at the last picture. */
export async function sendNothing(sender: RTCRtpSender, news: RTCDataChannel) {
  // #region send-nothing
  await sender.replaceTrack(null);
  news.send('over');
  // #endregion send-nothing
}

/** Offer, answer and candidates, from one end to the other of this page. */
export async function connect(alice: RTCPeerConnection, bob: RTCPeerConnection, news: RTCDataChannel) {
  const open = new Promise((resolve) => news.addEventListener('open', resolve));
  alice.onicecandidate = ({ candidate }) => bob.addIceCandidate(candidate);
  bob.onicecandidate = ({ candidate }) => alice.addIceCandidate(candidate);
  await alice.setLocalDescription();
  await bob.setRemoteDescription(alice.localDescription!);
  await bob.setLocalDescription();
  await alice.setRemoteDescription(bob.localDescription!);
  await open;
}

/** Which wishes this browser reads at all: those that it does not know it never looks at. */
export async function wishesRead(devices: MediaDevices) {
  // #region wishes-read
  const read = new Set<string>();
  const wishes = new Proxy({} as DisplayOptions, {
    get(_, name: string) {
      read.add(name);
      if (name === 'video') throw new Error('That is enough: nobody is to be asked.');
    },
  });
  await devices.getDisplayMedia(wishes).catch(() => {});
  // #endregion wishes-read
  return read;
}
