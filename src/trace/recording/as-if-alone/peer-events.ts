import { connectedPair, negotiate, picture, trickle } from './connect.ts';
import { next, type Scenarios, shape } from './scenario.ts';

const watch = (peer: RTCPeerConnection, types: readonly string[], heard: (event: Event) => void) => {
  for (const type of types) peer.addEventListener(type, heard);
};

export const peerEvents: Scenarios = {
  async 'negotiationneeded fires once, after the promises of its turn'(see) {
    const peer = new RTCPeerConnection();
    const fired = next(peer, 'negotiationneeded');
    peer.onnegotiationneeded = () => see('handler');
    peer.createDataChannel('a');
    peer.addTransceiver('audio');
    queueMicrotask(() => see('microtask'));
    see(shape(await fired));
    peer.close();
  },

  async 'icecandidate, and the one that says that there are no more'(see) {
    const peer = new RTCPeerConnection();
    const shapes = new Set<string>();
    peer.addEventListener('icecandidate', (event) => shapes.add(shape(event)));
    const last = new Promise<void>((ended) => {
      peer.onicecandidate = ({ candidate }) => candidate || ended();
    });
    peer.createDataChannel('a');
    await peer.setLocalDescription();
    await last;
    see(...[...shapes].sort());
    peer.close();
  },

  async icecandidateerror(see) {
    const peer = new RTCPeerConnection({
      iceServers: [{ urls: 'turn:127.0.0.1:3478?transport=tcp', username: 'a', credential: 'b' }],
    });
    const complete = new Promise<void>((done) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && done();
    });
    const shapes = new Set<string>();
    peer.onicecandidateerror = (event) => shapes.add(shape(event));
    peer.createDataChannel('a');
    await peer.setLocalDescription();
    await complete;
    see(...shapes);
    peer.close();
  },

  async 'signalingstatechange comes before the promise that it belongs to'(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    alice.onsignalingstatechange = (event) => {
      see(shape(event), alice.signalingState);
      queueMicrotask(() => see('microtask'));
    };
    alice.createDataChannel('a');
    await alice.setLocalDescription().then(() => see('fulfilled'));
    await bob.setRemoteDescription(alice.localDescription!);
    await bob.setLocalDescription();
    await alice.setRemoteDescription(bob.localDescription!).then(() => see('fulfilled'));
    alice.close();
    bob.close();
  },

  async icegatheringstatechange(see) {
    const peer = new RTCPeerConnection();
    const complete = new Promise<void>((done) => {
      peer.addEventListener('icegatheringstatechange', (event) => {
        see(shape(event), peer.iceGatheringState);
        if (peer.iceGatheringState === 'complete') done();
      });
    });
    peer.createDataChannel('a');
    await peer.setLocalDescription();
    await complete;
    peer.close();
  },

  async 'iceconnectionstatechange and connectionstatechange'(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    trickle(alice, bob);
    const seen = new Set<string>();
    watch(alice, ['iceconnectionstatechange', 'connectionstatechange'], (event) => seen.add(shape(event)));
    const connected = new Promise<void>((done) => {
      alice.addEventListener('connectionstatechange', () => alice.connectionState === 'connected' && done());
    });
    alice.createDataChannel('a');
    await negotiate(alice, bob);
    await connected;
    see(...seen);
    alice.close();
    bob.close();
  },

  async 'track comes before the promise, with everything new in place'(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const { stream, track } = picture();
    alice.addTrack(track, stream);
    bob.ontrack = (event) => {
      see(shape(event), event.streams, event.streams[0]!.getTracks()[0] === event.track);
      see(event.transceiver === bob.getTransceivers()[0], event.receiver === event.transceiver.receiver);
      see(event.track.kind, event.track.muted, event.track.readyState, event.track.label);
      queueMicrotask(() => see('microtask'));
    };
    alice.addTransceiver('audio');
    await alice.setLocalDescription();
    await bob.setRemoteDescription(alice.localDescription!).then(() => see('fulfilled'));
    alice.close();
    bob.close();
    track.stop();
  },

  async 'the last of several events is listened to, and the promise after them'(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const { stream, track } = picture();
    alice.addTrack(track, stream);
    alice.createDataChannel('a');
    await alice.setLocalDescription();
    const remote = bob.setRemoteDescription(alice.localDescription!);
    bob.ontrack = () => see('track');
    remote.then(() => see('fulfilled')).then(() => see('and then'));
    await remote;
    alice.close();
    bob.close();
    track.stop();
  },

  async datachannel(see) {
    const [alice, bob] = [new RTCPeerConnection(), new RTCPeerConnection()];
    trickle(alice, bob);
    alice.createDataChannel('chat', { protocol: 'p', ordered: false });
    const came = next<RTCDataChannelEvent>(bob, 'datachannel');
    await negotiate(alice, bob);
    const event = await came;
    see(shape(event), event.channel.label, event.channel.protocol, event.channel.ordered);
    alice.close();
    bob.close();
  },

  async 'the handlers that a page sets are the ones it gets'(see) {
    const peer = new RTCPeerConnection();
    const handler = () => {};
    const names = [];
    for (const name in peer) if (name.startsWith('on')) names.push(name);
    see(names);
    for (const name of names as 'ontrack'[]) {
      peer[name] = handler;
      see(name, peer[name] === handler);
      peer[name] = null;
      see(peer[name]);
      peer[name] = 'text' as never;
      see(peer[name]);
      peer[name] = { handleEvent() {} } as never;
      see(peer[name]);
    }
    peer.close();
  },

  async 'listeners run in their order, stop each other, and may throw'(see) {
    const peer = new RTCPeerConnection();
    const fired = new Promise((fired) => {
      peer.addEventListener('negotiationneeded', { handleEvent: ({ type }) => see('an object', type) });
      peer.addEventListener('negotiationneeded', () => see('once'), { once: true });
      peer.onnegotiationneeded = function (this: unknown) {
        see('the handler', this === peer);
        throw new Error('thrown by a handler');
      };
      peer.addEventListener('negotiationneeded', (event) => {
        see('the last', event.eventPhase, event.composedPath().length);
        event.stopImmediatePropagation();
        fired(event);
      });
      peer.addEventListener('negotiationneeded', () => see('never'));
    });
    peer.createDataChannel('a');
    await fired;
    peer.close();
  },

  async 'an event of the page’s own is dispatched as ever'(see) {
    const peer = new RTCPeerConnection();
    for (const type of ['track', 'icecandidate', 'datachannel', 'signalingstatechange', 'icecandidateerror']) {
      peer.addEventListener(type, (event) => see(type, event.isTrusted, event.constructor.name));
      see(peer.dispatchEvent(new Event(type, { cancelable: true })));
    }
    peer.dispatchEvent(new RTCPeerConnectionIceEvent('icecandidate', { candidate: null }));
    peer.close();
  },

  async 'a renegotiation: a track goes, and its stream with it'(see) {
    const { alice, bob, close } = await connectedPair();
    const { stream, track } = picture();
    bob.ontrack = ({ track, streams }) => {
      see('track');
      track.onmute = (event) => see(shape(event));
      streams[0]!.onremovetrack = ({ type }) => see(type);
    };
    const sender = alice.addTrack(track, stream);
    await negotiate(alice, bob);
    alice.removeTrack(sender);
    await negotiate(alice, bob);
    see(bob.getTransceivers()[0]!.currentDirection, bob.getReceivers()[0]!.track.muted);
    close();
    track.stop();
  },
};
