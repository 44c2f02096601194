import type { Profile } from '../../protocol/workshop.ts';
import { followProfile, profileText } from './profile.ts';

// A profile acts from outside: what a lab's own lines say is what they do. Whatever it changes it changes by a call of its
// own, which is recorded like any other and lights no line. What it merely reads goes past the recorder.

/** As the browser has them: a page that may get a profile loads this before anything is recorded. */
const { getTransceivers } = globalThis.RTCPeerConnection?.prototype ?? {};
const { getParameters } = globalThis.RTCRtpSender?.prototype ?? {};

/** From now on, whatever profile is kept holds for one lab, until the signal aborts. */
export function obeyProfile(stage: HTMLElement, signal: AbortSignal) {
  let profile: Profile | undefined;
  const peers = new Set<RTCPeerConnection>();
  /** What is silent, or bounded, by this profile alone. */
  const silenced = new Set<HTMLMediaElement>();
  const bounded = new Map<RTCRtpSender, number>();

  function silence(media: HTMLMediaElement) {
    if (!profile?.silent || media.muted) return;
    media.muted = true;
    silenced.add(media);
  }

  async function bound({ sender, receiver }: RTCRtpTransceiver) {
    if (receiver.track.kind !== 'video') return;
    const most = profile && profile.kbitPerSecond * 1_000;
    const parameters = getParameters.call(sender);
    const before = parameters.encodings.map(({ maxBitrate }) => maxBitrate);
    for (const encoding of parameters.encodings) {
      // A lab that asks for less gets less.
      if (most && (encoding.maxBitrate ?? Number.POSITIVE_INFINITY) > most) encoding.maxBitrate = most;
      if (!most && encoding.maxBitrate === bounded.get(sender)) delete encoding.maxBitrate;
    }
    if (parameters.encodings.every(({ maxBitrate }, nth) => maxBitrate === before[nth])) return;
    if (most) bounded.set(sender, most);
    // A peer that was closed meanwhile sends nothing that could be bounded.
    await sender.setParameters(parameters).catch(() => {});
  }

  function boundAll(peer: RTCPeerConnection) {
    // Between an offer and its answer another change may be under way.
    if (peer.signalingState === 'stable') for (const transceiver of getTransceivers.call(peer)) void bound(transceiver);
  }

  followProfile((now) => {
    profile = now;
    for (const media of now?.silent ? stage.querySelectorAll<HTMLMediaElement>('video, audio') : []) silence(media);
    if (!now?.silent) for (const media of silenced) media.muted = false;
    if (!now?.silent) silenced.clear();
    for (const peer of peers) boundAll(peer);
    say(stage, now);
  }, signal);
  const heard = ({ target }: Event) => silence(target as HTMLMediaElement);
  for (const type of ['loadedmetadata', 'play', 'volumechange'])
    stage.addEventListener(type, heard, { capture: true, signal });
  signal.addEventListener('abort', () => say(stage, undefined));

  const isReceived = (track: MediaStreamTrack) =>
    [...peers].some((peer) => getTransceivers.call(peer).some(({ receiver }) => receiver.track === track));

  return {
    peer(peer: RTCPeerConnection) {
      peers.add(peer);
      peer.addEventListener('signalingstatechange', () => boundAll(peer), { signal });
    },
    /** Of a camera that nobody asked for a size; a screen that is made small cannot be read. */
    async track(track: MediaStreamTrack) {
      if (!profile || track.kind !== 'video' || isReceived(track)) return;
      const asked = track.getConstraints();
      const { displaySurface, width = 0 } = track.getSettings();
      if (displaySurface || asked.width || asked.height || width <= profile.width) return;
      const size = { width: { ideal: profile.width }, height: { ideal: profile.height } };
      // Where it cannot be smaller, it stays as it is.
      await track.applyConstraints({ ...asked, ...size }).catch(() => {});
    },
  };
}

/** Beside the choice of a source: a lab without one has neither picture nor sound. */
function say(stage: HTMLElement, profile: Profile | undefined) {
  const bar = stage.closest('lab-host')?.querySelector('.bar');
  bar?.querySelector('.profile')?.remove();
  if (!profile || !bar?.querySelector('[name^="source-"]')) return;
  const notice = Object.assign(document.createElement('p'), { className: 'profile' });
  notice.textContent = `The class’s profile is on: ${profileText(profile)}.`;
  bar.append(notice);
}
