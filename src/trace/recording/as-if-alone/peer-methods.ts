import { connectedPair, negotiate, picture } from './connect.ts';
import { attempt, callOn, next, type Scenarios } from './scenario.ts';
import { tell } from './tell.ts';

const offer = { type: 'offer', sdp: 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' } as const;

async function closed() {
  const peer = new RTCPeerConnection();
  peer.close();
  return peer;
}

export const peerMethods: Scenarios = {
  async 'new RTCPeerConnection, in every right and wrong way'(see) {
    const make = (...given: unknown[]) => Reflect.construct(RTCPeerConnection, given);
    for (const given of [[], [undefined], [null], [{}], [1], ['x'], [{ iceServers: 1 }], [{ iceServers: [{}] }]]) {
      await attempt(see, `given ${tell(given)}`, () => make(...given));
    }
    await attempt(see, 'an unknown policy', () => make({ iceTransportPolicy: 'some' }));
    await attempt(see, 'a bad address', () => make({ iceServers: [{ urls: 'x:y' }] }));
    await attempt(see, 'a relay without credentials', () => make({ iceServers: [{ urls: 'turn:127.0.0.1' }] }));
    await attempt(see, 'without new', () => callOn(undefined, RTCPeerConnection));
    await attempt(see, 'an expired certificate', async () => {
      const certificate = await RTCPeerConnection.generateCertificate({
        name: 'ECDSA',
        namedCurve: 'P-256',
        expires: 0,
      } as never);
      return make({ certificates: [certificate] });
    });
  },

  async 'getConfiguration and setConfiguration'(see) {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }], bundlePolicy: 'max-bundle' });
    await attempt(see, 'get', () => peer.getConfiguration());
    await attempt(see, 'set', () => peer.setConfiguration({ bundlePolicy: 'max-bundle' }));
    await attempt(see, 'get', () => peer.getConfiguration());
    await attempt(see, 'change what cannot be changed', () => peer.setConfiguration({ bundlePolicy: 'balanced' }));
    peer.close();
    await attempt(see, 'set when closed', () => peer.setConfiguration({}));
  },

  async createOffer(see) {
    const peer = new RTCPeerConnection();
    await attempt(see, 'empty', () => peer.createOffer().then(({ type }) => type));
    await attempt(see, 'an offer', () => peer.createOffer());
    await attempt(see, 'with options', () =>
      peer.createOffer({ offerToReceiveAudio: true, iceRestart: true }).then(Object.keys),
    );
    see(peer.getTransceivers().length);
    await attempt(see, 'with a number', () => callOn(peer, peer.createOffer, 1));
    peer.close();
    await attempt(see, 'when closed', () => peer.createOffer());
  },

  async createAnswer(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    await attempt(see, 'without an offer', () => bob.createAnswer());
    alice.createDataChannel('x');
    await bob.setRemoteDescription(await alice.createOffer());
    await attempt(see, 'with one', () => bob.createAnswer().then(({ type }) => type));
    await attempt(see, 'with options', () => bob.createAnswer({}).then(Object.keys));
    bob.close();
    await attempt(see, 'when closed', () => bob.createAnswer());
  },

  async setLocalDescription(see) {
    const peer = new RTCPeerConnection();
    await attempt(see, 'a made-up offer', () => peer.setLocalDescription(offer));
    await attempt(see, 'an answer to nothing', () => peer.setLocalDescription({ type: 'answer', sdp: '' }));
    await attempt(see, 'a bad type', () => callOn(peer, peer.setLocalDescription, { type: 'x' }));
    await attempt(see, 'nonsense', () => callOn(peer, peer.setLocalDescription, 1));
    await attempt(see, 'without arguments', () => peer.setLocalDescription());
    see(peer.signalingState, peer.localDescription!.type);
    await attempt(see, 'a rollback', () => peer.setLocalDescription({ type: 'rollback' }));
    see(peer.signalingState, peer.localDescription);
    await attempt(see, 'an explicit offer', async () => peer.setLocalDescription(await peer.createOffer()));
    peer.close();
    await attempt(see, 'when closed', () => peer.setLocalDescription());
  },

  async setRemoteDescription(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    await attempt(see, 'nothing', () => callOn(bob, bob.setRemoteDescription));
    await attempt(see, 'no SDP at all', () => bob.setRemoteDescription({ type: 'offer', sdp: 'hello' }));
    await attempt(see, 'an answer to nothing', () => bob.setRemoteDescription({ ...offer, type: 'answer' }));
    alice.addTransceiver('audio');
    const made = await alice.createOffer();
    await attempt(see, 'an offer', () => bob.setRemoteDescription(new RTCSessionDescription(made)));
    see(bob.signalingState, bob.remoteDescription!.type, bob.getTransceivers().length);
    await attempt(see, 'a second offer', () => bob.setRemoteDescription(made));
    await attempt(see, 'a rollback', () => bob.setRemoteDescription({ type: 'rollback' }));
    bob.close();
    await attempt(see, 'when closed', () => bob.setRemoteDescription(made));
  },

  async addIceCandidate(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const candidate = 'candidate:1 1 udp 2122260223 127.0.0.1 9 typ host';
    await attempt(see, 'too early', () => bob.addIceCandidate({ candidate, sdpMid: '0' }));
    alice.createDataChannel('x');
    await bob.setRemoteDescription(await alice.createOffer());
    const given: unknown[] = [
      undefined,
      null,
      {},
      { candidate: '' },
      { candidate, sdpMid: '0' },
      { candidate },
      1,
      'x',
    ];
    given.push({ candidate, sdpMid: '7' }, { candidate: 'x', sdpMid: '0' }, { candidate, sdpMLineIndex: 9 });
    given.push(new RTCIceCandidate({ candidate, sdpMLineIndex: 0 }));
    for (const each of given) await attempt(see, tell(each), () => callOn(bob, bob.addIceCandidate, each));
    await attempt(see, 'no argument', () => bob.addIceCandidate());
    bob.close();
    await attempt(see, 'when closed', () => bob.addIceCandidate({ candidate, sdpMid: '0' }));
  },

  async restartIce(see) {
    const { alice, bob, close } = await connectedPair();
    const before = alice.localDescription!.sdp.match(/ufrag:(\S+)/)![1];
    const needed = next(alice, 'negotiationneeded');
    await attempt(see, 'restart', () => alice.restartIce());
    await needed;
    await negotiate(alice, bob);
    see(alice.localDescription!.sdp.match(/ufrag:(\S+)/)![1] === before);
    close();
    await attempt(see, 'when closed', () => alice.restartIce());
  },

  async 'addTrack and removeTrack'(see) {
    const peer = new RTCPeerConnection();
    const { stream, track } = picture();
    const sender = (await attempt(see, 'add', () => peer.addTrack(track, stream))) as RTCRtpSender;
    see(peer.getSenders()[0] === sender, peer.getTransceivers()[0]!.sender === sender, sender.track === track);
    await attempt(see, 'twice', () => peer.addTrack(track));
    await attempt(see, 'no track', () => callOn(peer, peer.addTrack, {}));
    await attempt(see, 'a stream that is none', () => callOn(peer, peer.addTrack, track, {}));
    await attempt(see, 'remove', () => peer.removeTrack(sender));
    await attempt(see, 'remove what is not there', () => callOn(peer, peer.removeTrack, {}));
    await attempt(see, 'add again', () => peer.addTrack(track));
    const other = new RTCPeerConnection();
    await attempt(see, 'remove from another', () => other.removeTrack(sender));
    peer.close();
    await attempt(see, 'add when closed', () => peer.addTrack(track));
    await attempt(see, 'remove when closed', () => peer.removeTrack(sender));
    track.stop();
  },

  async addTransceiver(see) {
    const peer = new RTCPeerConnection();
    const { stream, track } = picture();
    await attempt(see, 'a kind', () => peer.addTransceiver('audio'));
    await attempt(
      see,
      'a track',
      () => peer.addTransceiver(track, { direction: 'sendonly', streams: [stream] }).direction,
    );
    await attempt(see, 'encodings', () =>
      peer.addTransceiver('video', { sendEncodings: [{ rid: 'a' }, { rid: 'b', scaleResolutionDownBy: 2 }] }),
    );
    await attempt(see, 'another kind', () => peer.addTransceiver('smell'));
    await attempt(see, 'a bad rid', () =>
      peer.addTransceiver('video', { sendEncodings: [{ rid: '?' }, { rid: '?' }] }),
    );
    await attempt(see, 'a bad direction', () => callOn(peer, peer.addTransceiver, 'video', { direction: 'x' }));
    await attempt(see, 'nothing', () => callOn(peer, peer.addTransceiver));
    peer.close();
    await attempt(see, 'when closed', () => peer.addTransceiver('video'));
    track.stop();
  },

  async 'getSenders, getReceivers and getTransceivers'(see) {
    const peer = new RTCPeerConnection();
    const transceiver = peer.addTransceiver('video');
    see(peer.getSenders(), peer.getReceivers(), peer.getTransceivers());
    see(peer.getTransceivers()[0] === transceiver);
    see(transceiver.sender === peer.getSenders()[0], transceiver.receiver === peer.getReceivers()[0]);
    see(transceiver.receiver.track.kind, transceiver.receiver.track.label);
    peer.close();
    see(peer.getSenders(), peer.getReceivers(), peer.getTransceivers());
  },

  async createDataChannel(see) {
    const peer = new RTCPeerConnection();
    const make = (...given: unknown[]) => callOn(peer, peer.createDataChannel, ...given) as RTCDataChannel;
    await attempt(see, 'nothing', () => make());
    await attempt(see, 'a label', () => make('chat').label);
    await attempt(see, 'another', () => make({ toString: () => 'made of an object' }).label);
    await attempt(see, 'options', () => make('x', { ordered: false, maxRetransmits: 3, protocol: 'p' }).maxRetransmits);
    await attempt(see, 'both limits', () => make('x', { maxRetransmits: 3, maxPacketLifeTime: 3 }));
    await attempt(see, 'negotiated without id', () => make('x', { negotiated: true }));
    await attempt(see, 'negotiated', () => make('x', { negotiated: true, id: 5 }).id);
    await attempt(see, 'id taken', () => make('x', { negotiated: true, id: 5 }));
    await attempt(see, 'too long', () => make('x'.repeat(70_000)));
    await attempt(see, 'a symbol', () => make(Symbol('x')));
    peer.close();
    await attempt(see, 'when closed', () => make('x'));
  },

  async getStats(see) {
    const peer = new RTCPeerConnection();
    const { track } = picture();
    await attempt(see, 'all', () => peer.getStats());
    const report = await peer.getStats();
    see([...report.values()].map(({ type }) => type).sort(), report.size);
    await attempt(see, 'null', () => peer.getStats(null));
    await attempt(see, 'a track that is not sent', () => peer.getStats(track));
    peer.addTrack(track);
    await attempt(see, 'a track', () => peer.getStats(track));
    await attempt(see, 'nonsense', () => callOn(peer, peer.getStats, 'x'));
    peer.close();
    await attempt(see, 'when closed', () => peer.getStats());
    track.stop();
  },

  async close(see) {
    const { alice, bob, chat, channel } = await connectedPair();
    const types = ['signalingstatechange', 'connectionstatechange', 'iceconnectionstatechange', 'negotiationneeded'];
    for (const type of types) alice.addEventListener(type, () => see('fires', type));
    const over = next(channel, 'close');
    await attempt(see, 'close', () => alice.close());
    see(alice.signalingState, alice.iceConnectionState, alice.connectionState, chat.readyState);
    await attempt(see, 'again', () => alice.close());
    await over;
    see(channel.readyState, chat.readyState);
    bob.close();
  },

  async generateCertificate(see) {
    const make = (how: unknown) => RTCPeerConnection.generateCertificate(how as AlgorithmIdentifier);
    await attempt(see, 'ECDSA', () => make({ name: 'ECDSA', namedCurve: 'P-256' }));
    await attempt(see, 'nonsense', () => make({ name: 'x' }));
    await attempt(see, 'nothing', () => callOn(RTCPeerConnection, RTCPeerConnection.generateCertificate));
    await attempt(see, 'of nobody', () => callOn(undefined, RTCPeerConnection.generateCertificate, { name: 'x' }));
  },

  async 'a promise of a closed peer is never settled'(see) {
    const peer = await closed();
    peer.createOffer().then(
      () => see('fulfilled'),
      (error) => see('rejected', error),
    );
    const late = new RTCPeerConnection();
    late.createOffer().then(
      () => see('fulfilled'),
      (error) => see('rejected', error),
    );
    late.close();
  },
};
