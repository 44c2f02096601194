import { connectedPair, picture } from './connect.ts';
import { callOn, next, outcome, quiet, type Scenarios } from './scenario.ts';

export const promises: Scenarios = {
  async 'rejected promises that nobody handles'(see) {
    const peer = new RTCPeerConnection();
    const { track } = picture();
    const { sender } = peer.addTransceiver('audio');
    const { mediaDevices } = navigator;
    const rejected: [string, () => unknown][] = [
      ['createAnswer', () => peer.createAnswer()],
      ['setLocalDescription', () => peer.setLocalDescription({ type: 'answer', sdp: '' })],
      ['setRemoteDescription', () => peer.setRemoteDescription({ type: 'offer', sdp: 'x' })],
      ['addIceCandidate', () => peer.addIceCandidate({ candidate: 'x' })],
      ['getStats', () => peer.getStats(track)],
      ['replaceTrack', () => sender.replaceTrack(track)],
      ['setParameters', () => callOn(sender, sender.setParameters, {})],
      ['generateCertificate', () => RTCPeerConnection.generateCertificate({ name: 'x' })],
      ['createOffer of another', () => callOn({}, peer.createOffer)],
      ['getUserMedia', () => mediaDevices.getUserMedia()],
      ['getUserMedia, too much', () => mediaDevices.getUserMedia({ video: { width: { exact: 99_999 } } })],
      ['applyConstraints', () => track.applyConstraints({ width: { exact: 99_999 } })],
    ];
    for (const [name, reject] of rejected) {
      const unhandled = next(window, 'unhandledrejection');
      see(name);
      reject();
      await unhandled;
    }
    track.stop();
    peer.close();
  },

  async 'rejections that are handled late'(see) {
    const peer = new RTCPeerConnection();
    const unhandled = next(window, 'unhandledrejection');
    const late = peer.createAnswer();
    await unhandled;
    await late.catch((error) => see('caught', error));
    const half = peer.createAnswer();
    half.then(() => see('never'));
    await quiet();
    peer.createAnswer().catch(() => see('caught at once'));
    await quiet();
    peer.close();
  },

  async 'promises fulfil that nobody awaits'(see) {
    const peer = new RTCPeerConnection();
    peer.createDataChannel('a');
    void peer.createOffer();
    void peer.setLocalDescription();
    void peer.getStats();
    await next(peer, 'signalingstatechange');
    see(peer.signalingState);
    peer.close();
  },

  async 'the order of microtasks around calls'(see) {
    const peer = new RTCPeerConnection();
    const tick = (count: number) => {
      see(count);
      if (count < 8) queueMicrotask(() => tick(count + 1));
    };
    queueMicrotask(() => tick(0));
    (callOn({}, peer.createOffer) as Promise<never>).catch(() => see('of another'));
    peer.addIceCandidate({ candidate: 'x' }).catch(() => see('a bad candidate'));
    (callOn(peer, peer.setLocalDescription, { type: 'x' }) as Promise<never>).catch(() => see('a bad type'));
    (async () => {
      try {
        await callOn(peer, peer.setRemoteDescription, 1);
      } catch {
        see('awaited');
      }
    })();
    await quiet();
    for (const method of ['createOffer', 'getStats', 'createAnswer', 'setLocalDescription'] as const) {
      const { how, ticks } = await outcome(callOn(peer, peer[method]) as Promise<unknown>);
      see(method, how, ticks);
    }
    peer.close();
    see(await outcome(peer.createOffer()));
    see(await outcome(peer.addIceCandidate()));
  },

  async 'operations are chained in their order'(see) {
    const { alice, close } = await connectedPair();
    alice.addTransceiver('audio');
    alice.onsignalingstatechange = () => see('state', alice.signalingState);
    await Promise.all([
      alice.createOffer().then(() => see('offer')),
      alice.setLocalDescription().then(() => see('local', alice.signalingState)),
      alice.createAnswer().catch(() => see('no answer')),
      alice.setLocalDescription({ type: 'rollback' }).then(() => see('rolled back', alice.signalingState)),
    ]);
    close();
  },

  async 'a promise of a peer that is closed meanwhile'(see) {
    const peer = new RTCPeerConnection();
    peer.createOffer().then(
      () => see('fulfils'),
      (error) => see('rejects', error),
    );
    peer.close();
    await quiet();
    see('over');
  },
};
