import { connectedPair, negotiate, picture, silence } from './connect.ts';
import { attempt, callOn, next, type Scenarios, shape } from './scenario.ts';
import { tell } from './tell.ts';

/** A sender that sends, with the call around it. */
async function sending() {
  const call = await connectedPair();
  const { stream, track } = picture();
  const sender = call.alice.addTrack(track, stream);
  await negotiate(call.alice, call.bob);
  const close = () => {
    call.close();
    track.stop();
  };
  return { ...call, sender, stream, track, receiver: call.bob.getReceivers()[0]!, close };
}

export const rtp: Scenarios = {
  async 'sender: getParameters and setParameters'(see) {
    const { sender, close } = await sending();
    const parameters = sender.getParameters();
    see(Object.keys(parameters).sort(), Object.keys(parameters.encodings[0]!).sort(), typeof parameters.transactionId);
    parameters.encodings[0]!.maxBitrate = 100_000;
    await attempt(see, 'set', () => sender.setParameters(parameters));
    see(sender.getParameters().encodings[0]!.maxBitrate);
    await attempt(see, 'set twice', () => sender.setParameters(parameters));
    await attempt(see, 'nonsense', () => callOn(sender, sender.setParameters, 1));
    await attempt(see, 'nothing', () => callOn(sender, sender.setParameters));
    close();
    await attempt(see, 'get when closed', () => Object.keys(sender.getParameters()).sort());
  },

  async 'sender: replaceTrack'(see) {
    const { sender, close } = await sending();
    const other = picture().track;
    await attempt(see, 'another', () => sender.replaceTrack(other));
    see(sender.track === other);
    await attempt(see, 'none', () => sender.replaceTrack(null));
    see(sender.track);
    await attempt(see, 'nonsense', () => callOn(sender, sender.replaceTrack, {}));
    const sound = silence();
    await attempt(see, 'another kind', () => sender.replaceTrack(sound));
    close();
    await attempt(see, 'when closed', () => sender.replaceTrack(other));
    other.stop();
    sound.stop();
  },

  async 'sender: setStreams'(see) {
    const { sender, stream, close } = await sending();
    await attempt(see, 'one', () => sender.setStreams(stream));
    await attempt(see, 'none', () => sender.setStreams());
    await attempt(see, 'nonsense', () => callOn(sender, sender.setStreams, 1));
    close();
    await attempt(see, 'when closed', () => sender.setStreams());
  },

  async 'sender and receiver: getStats'(see) {
    const { sender, receiver, close } = await sending();
    await attempt(see, 'sender', () => sender.getStats());
    await attempt(see, 'receiver', () => receiver.getStats());
    see([...(await sender.getStats()).values()].some(({ type }) => type === 'codec'));
    close();
    await attempt(see, 'when closed', () => sender.getStats());
  },

  async 'sender and receiver: getCapabilities'(see) {
    for (const side of [RTCRtpSender, RTCRtpReceiver]) {
      await attempt(see, 'video', () => Object.keys(side.getCapabilities('video')!));
      await attempt(see, 'smell', () => side.getCapabilities('smell'));
      await attempt(see, 'nothing', () => callOn(side, side.getCapabilities));
    }
  },

  async 'receiver: parameters and sources'(see) {
    const { receiver, close } = await sending();
    see(Object.keys(receiver.getParameters()).sort());
    see(tell(receiver.getContributingSources()), Array.isArray(receiver.getSynchronizationSources()));
    see(receiver.track.label, receiver.transport);
    await attempt(see, 'of another', () => callOn({}, receiver.getParameters));
    close();
  },

  async 'transceiver: direction'(see) {
    const peer = new RTCPeerConnection();
    const transceiver = peer.addTransceiver('video');
    const needed = next(peer, 'negotiationneeded');
    for (const direction of ['sendonly', 'recvonly', 'inactive', 'sendrecv', 'x', 'stopped']) {
      await attempt(see, direction, () => Reflect.set(transceiver, 'direction', direction));
      see(transceiver.direction, transceiver.currentDirection);
    }
    await needed;
    const { set } = Object.getOwnPropertyDescriptor(RTCRtpTransceiver.prototype, 'direction')!;
    await attempt(see, 'of another', () => callOn({}, set, 'sendonly'));
    await attempt(see, 'of none', () => callOn(undefined, set));
    await attempt(see, 'an object', () => Reflect.set(transceiver, 'direction', { toString: () => 'sendonly' }));
    see(transceiver.direction);
    peer.close();
    await attempt(see, 'when closed', () => Reflect.set(transceiver, 'direction', 'sendonly'));
  },

  async 'transceiver: stop'(see) {
    const { alice, bob, close } = await sending();
    const transceiver = alice.getTransceivers().find(({ sender }) => sender.track)!;
    await attempt(see, 'stop', () => transceiver.stop());
    see(transceiver.direction, transceiver.currentDirection, transceiver.receiver.track.readyState);
    await attempt(see, 'again', () => transceiver.stop());
    const ended = next(bob.getReceivers()[0]!.track, 'ended');
    await negotiate(alice, bob);
    see(transceiver.currentDirection, shape(await ended), bob.getTransceivers().length);
    close();
    await attempt(see, 'when closed', () => transceiver.stop());
  },

  async 'transceiver: setCodecPreferences'(see) {
    const peer = new RTCPeerConnection();
    const transceiver = peer.addTransceiver('video');
    const { codecs } = RTCRtpReceiver.getCapabilities('video')!;
    const vp8 = codecs.filter(({ mimeType }) => /VP8/i.test(mimeType));
    await attempt(see, 'one', () => transceiver.setCodecPreferences(vp8));
    see(/VP9|AV1|H264/.test((await peer.createOffer()).sdp!));
    await attempt(see, 'all', () => transceiver.setCodecPreferences([]));
    await attempt(see, 'none that exists', () =>
      transceiver.setCodecPreferences([{ mimeType: 'video/x', clockRate: 1 }]),
    );
    await attempt(see, 'nonsense', () => callOn(transceiver, transceiver.setCodecPreferences, [{}]));
    peer.close();
  },

  async 'a sender’s DTMF, and its tonechange'(see) {
    const { alice, bob, close } = await connectedPair();
    const sound = silence();
    const { dtmf } = alice.addTrack(sound);
    await attempt(see, 'too early', () => dtmf!.insertDTMF('1'));
    await negotiate(alice, bob);
    await attempt(see, 'a tone', () => dtmf!.insertDTMF('1', 40, 30));
    see(dtmf!.toneBuffer);
    see(shape(await next(dtmf!, 'tonechange')));
    await attempt(see, 'no tone', () => dtmf!.insertDTMF('x'));
    close();
    sound.stop();
  },

  async 'track: ended at the far end, with mute and unmute before'(see) {
    const { alice, bob, close } = await connectedPair();
    const [track] = (await navigator.mediaDevices.getUserMedia({ video: true })).getTracks();
    alice.addTrack(track!);
    const came = next<RTCTrackEvent>(bob, 'track');
    const unmuted = came.then(({ track }) => next(track, 'unmute'));
    await negotiate(alice, bob);
    see(shape(await unmuted));
    const { receiver } = await came;
    const muted = next(receiver.track, 'mute');
    alice.getTransceivers().find(({ sender }) => sender.track === track)!.direction = 'inactive';
    await negotiate(alice, bob);
    see(shape(await muted));
    const ended = next(receiver.track, 'ended');
    close();
    see(receiver.track.readyState);
    see(shape(await ended));
    track!.stop();
  },
};
