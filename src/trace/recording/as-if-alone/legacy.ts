import { picture, trickle } from './connect.ts';
import { attempt, callOn, next, quiet, type Scenarios, type See, shape } from './scenario.ts';

/** Callbacks that tell what they are called with, and a promise of the first call. */
function callbacks(see: See) {
  const { promise: called, resolve } = Promise.withResolvers<void>();
  const telling = (how: string) =>
    function (this: unknown, ...given: unknown[]) {
      see(how, this, given);
      resolve();
    };
  return { came: telling('comes'), failed: telling('fails'), called };
}

/** Calls in the old form, and waits for a callback. */
async function callBack(see: See, what: string, self: object, method: unknown, before: unknown[], ...after: unknown[]) {
  const { came, failed, called } = callbacks(see);
  await attempt(see, what, () => callOn(self, method, ...before, came, failed, ...after));
  await called;
}

export const legacy: Scenarios = {
  async 'createOffer with callbacks'(see) {
    const peer = new RTCPeerConnection();
    await callBack(see, 'an offer', peer, peer.createOffer, []);
    await callBack(see, 'with options', peer, peer.createOffer, [], { offerToReceiveVideo: true });
    const { came, failed } = callbacks(see);
    await attempt(see, 'one callback', () => callOn(peer, peer.createOffer, came));
    await attempt(see, 'no functions', () => callOn(peer, peer.createOffer, 1, 2));
    peer.close();
    await attempt(see, 'when closed', () => callOn(peer, peer.createOffer, came, failed));
    await quiet();
  },

  async 'createAnswer with callbacks'(see) {
    const peer = new RTCPeerConnection();
    await callBack(see, 'without an offer', peer, peer.createAnswer, []);
    peer.close();
  },

  async 'setLocalDescription and setRemoteDescription with callbacks'(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    alice.createDataChannel('a');
    const offer = await alice.createOffer();
    for (const peer of [alice, bob]) {
      const set = peer === alice ? peer.setLocalDescription : peer.setRemoteDescription;
      peer.onsignalingstatechange = () => see('state', peer.signalingState);
      await callBack(see, 'right', peer, set, [offer]);
      await callBack(see, 'wrong', peer, set, [{ type: 'answer', sdp: 'x' }]);
      peer.close();
    }
  },

  async 'addIceCandidate with callbacks'(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    alice.createDataChannel('a');
    await bob.setRemoteDescription(await alice.createOffer());
    for (const candidate of ['candidate:1 1 udp 2122260223 127.0.0.1 3478 typ host', 'x']) {
      await callBack(see, candidate, bob, bob.addIceCandidate, [{ candidate, sdpMid: '0' }]);
    }
    alice.close();
    bob.close();
  },

  async 'getStats with callbacks'(see) {
    const peer = new RTCPeerConnection();
    const { came, failed } = callbacks(see);
    await attempt(see, 'stats', () => callOn(peer, peer.getStats, came, failed));
    await attempt(see, 'null first', () => callOn(peer, peer.getStats, null, came, failed));
    peer.close();
  },

  async 'a callback that throws'(see) {
    const peer = new RTCPeerConnection();
    const { promise: called, resolve } = Promise.withResolvers<void>();
    const failing = () => {
      resolve();
      throw new Error('thrown by a callback');
    };
    await attempt(see, 'an offer', () => callOn(peer, peer.createOffer, failing, failing));
    await called;
    peer.close();
  },

  async 'addStream, removeStream, addstream and removestream'(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const old = RTCPeerConnection.prototype as unknown as Record<string, unknown>;
    const { stream, track } = picture();
    trickle(alice, bob);
    const came = next<Event & { stream: MediaStream }>(bob, 'addstream');
    await attempt(see, 'add', () => callOn(alice, old.addStream, stream));
    see(callOn(alice, old.getLocalStreams), alice.getSenders().length);
    await alice.setLocalDescription();
    await bob.setRemoteDescription(alice.localDescription!);
    const event = await came;
    see(shape(event), event.stream.getTracks().length, callOn(bob, old.getRemoteStreams));
    if (old.removeStream) await attempt(see, 'remove', () => callOn(alice, old.removeStream, stream));
    see(alice.getSenders().map((sender) => sender.track));
    await attempt(see, 'nonsense', () => callOn(alice, old.addStream, {}));
    alice.close();
    bob.close();
    track.stop();
  },

  'the other name of the constructor'(see) {
    const { webkitRTCPeerConnection: Other } = window as unknown as Record<string, typeof RTCPeerConnection>;
    see(Other, Other === RTCPeerConnection);
    if (Other) see(new Other() instanceof RTCPeerConnection, new Other().constructor === Other);
  },
};
