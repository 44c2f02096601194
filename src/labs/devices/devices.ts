/** Everything that is plugged in, as far as this page may know. */
export async function list(devices: MediaDevices) {
  // #region list
  const all = await devices.enumerateDevices();
  const cameras = all.filter(({ kind }) => kind === 'videoinput');
  const microphones = all.filter(({ kind }) => kind === 'audioinput');
  const speakers = all.filter(({ kind }) => kind === 'audiooutput');
  // #endregion list
  return { all, cameras, microphones, speakers };
}

/** Names come with permission. So one asks first, and lists afterwards. */
export async function ask(devices: MediaDevices) {
  // #region ask
  const stream = await devices.getUserMedia({ video: true, audio: true });
  // #endregion ask
  return stream;
}

/** The event says that something changed, and not what: whoever hears it lists again. */
export function whenListChanges(devices: MediaDevices, changed: () => void, signal: AbortSignal) {
  // #region changed
  devices.addEventListener('devicechange', changed, { signal });
  // #endregion changed
}

/** From one device to another while somebody watches: the old one goes only when the new one is on its way. */
export async function switchTo(
  devices: MediaDevices,
  wanted: MediaStreamConstraints,
  stream: MediaStream,
  sender: RTCRtpSender,
) {
  // #region switch
  const [track] = (await devices.getUserMedia(wanted)).getTracks();
  await sender.replaceTrack(track!);
  for (const old of stream.getTracks().filter(({ kind }) => kind === track!.kind)) {
    stream.removeTrack(old);
    old.stop();
  }
  stream.addTrack(track!);
  // #endregion switch
  return track!;
}

/** Exactly this one, or none at all. */
export function exactly(kind: 'video' | 'audio', deviceId: string): MediaStreamConstraints {
  // #region exactly
  return { [kind]: { deviceId: { exact: deviceId } } };
  // #endregion exactly
}

/** An id that was kept since last time may be good for nothing by now: demanded it is refused, wished for it is not. */
export async function cameraOfLastTime(devices: MediaDevices, deviceId: string) {
  // #region last-time
  try {
    return await devices.getUserMedia({ video: { deviceId: { exact: deviceId } } });
  } catch (error) {
    if ((error as Error).name !== 'OverconstrainedError') throw error;
    return devices.getUserMedia({ video: true });
  }
  // #endregion last-time
}

/** What this browser can do about loudspeakers. */
export function abilities(devices: MediaDevices) {
  // #region speakers
  const canSwitch = 'setSinkId' in HTMLMediaElement.prototype;
  const canAsk = 'selectAudioOutput' in devices;
  // #endregion speakers
  return { canSwitch, canAsk };
}

/** TypeScript does not know it yet (Audio Output Devices, 2.2). */
type WithSelection = MediaDevices & { selectAudioOutput(): Promise<MediaDeviceInfo> };

export async function askForSpeaker(devices: MediaDevices) {
  // #region ask-for-speaker
  const speaker = await (devices as WithSelection).selectAudioOutput();
  // #endregion ask-for-speaker
  return speaker;
}

export async function playThrough(element: HTMLMediaElement, deviceId: string) {
  // #region sink
  await element.setSinkId(deviceId);
  // #endregion sink
}

/** Alice sends to Bob what her stream holds, once and for all: what is in the places may change later. */
export async function call(alice: RTCPeerConnection, bob: RTCPeerConnection, stream: MediaStream) {
  // #region call
  const senders = stream.getTracks().map((track) => alice.addTrack(track, stream));
  // #endregion call
  alice.onicecandidate = ({ candidate }) => bob.addIceCandidate(candidate);
  bob.onicecandidate = ({ candidate }) => alice.addIceCandidate(candidate);
  await alice.setLocalDescription();
  await bob.setRemoteDescription(alice.localDescription!);
  await bob.setLocalDescription();
  await alice.setRemoteDescription(bob.localDescription!);
  return senders;
}
