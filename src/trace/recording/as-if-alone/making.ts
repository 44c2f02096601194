import { attempt, callOn, type Scenarios } from './scenario.ts';

export const making: Scenarios = {
  'a class that extends RTCPeerConnection'(see) {
    class Named extends RTCPeerConnection {
      readonly name: string;
      #hidden = 'hidden';
      constructor(name: string) {
        see(new.target === Named);
        super();
        this.name = name;
      }
      override close() {
        see('closing', this.name, this.#hidden);
        super.close();
      }
    }
    const peer = new Named('alice');
    see(peer instanceof Named, peer instanceof RTCPeerConnection, Object.getPrototypeOf(Named) === RTCPeerConnection);
    see(Object.getPrototypeOf(Named.prototype) === RTCPeerConnection.prototype, peer.constructor === Named, peer.name);
    see(peer.createDataChannel('a').label, Object.prototype.toString.call(peer), Reflect.ownKeys(peer));
    see(typeof Named.generateCertificate, Named.name, Named.length);
    peer.close();
    see(peer.signalingState);
  },

  async 'a class that fails on its way'(see) {
    class Failing extends RTCPeerConnection {
      constructor() {
        super({ iceServers: [{ urls: 'x:y' }] });
      }
    }
    await attempt(see, 'in super', () => new Failing());
    await attempt(see, 'called', () => callOn(undefined, Failing));
  },

  async 'Reflect.construct, with another target'(see) {
    function Other() {}
    const peer = Reflect.construct(RTCPeerConnection, [], Other);
    see(peer instanceof RTCPeerConnection, Object.getPrototypeOf(peer) === Other.prototype);
    see(callOn(peer, RTCPeerConnection.prototype.getSenders));
    callOn(peer, RTCPeerConnection.prototype.close);
    const Bound = RTCPeerConnection.bind(null);
    const made = new Bound();
    see(made.constructor === RTCPeerConnection, Bound.name);
    made.close();
    const target = (get: (key: PropertyKey) => unknown) => new Proxy(Other, { get: (_, key) => get(key) });
    const plain = target((key) => see('asked for', key));
    await attempt(see, 'a target without a prototype', () => Reflect.construct(RTCPeerConnection, [], plain));
    const failing = target(() => {
      throw new Error('thrown by a target');
    });
    await attempt(see, 'a target that throws', () => Reflect.construct(RTCPeerConnection, [], failing));
  },

  'a peer is what it says it is'(see) {
    const peer = new RTCPeerConnection();
    see(peer.constructor === RTCPeerConnection, RTCPeerConnection.prototype.constructor === RTCPeerConnection);
    see(peer instanceof RTCPeerConnection, {} instanceof RTCPeerConnection, peer instanceof EventTarget);
    see(Object.getPrototypeOf(RTCPeerConnection) === EventTarget, RTCPeerConnection, typeof RTCPeerConnection);
    see(peer.createOffer === RTCPeerConnection.prototype.createOffer, 'createOffer' in peer);
    peer.close();
  },

  async 'a frame’s methods on our peer, and ours on its'(see) {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const theirs = frame.contentWindow as unknown as typeof globalThis;
    const [ours, other] = [new RTCPeerConnection(), new theirs.RTCPeerConnection()];
    see(other instanceof RTCPeerConnection, ours instanceof theirs.RTCPeerConnection);
    see((callOn(ours, theirs.RTCPeerConnection.prototype.createDataChannel, 'a') as RTCDataChannel).label);
    const channel = callOn(other, RTCPeerConnection.prototype.createDataChannel, 'b');
    see(channel instanceof RTCDataChannel, channel instanceof theirs.RTCDataChannel);
    const promises = [
      callOn(other, RTCPeerConnection.prototype.createOffer),
      callOn(ours, theirs.RTCPeerConnection.prototype.createOffer),
      callOn({}, RTCPeerConnection.prototype.createOffer),
      callOn({}, theirs.RTCPeerConnection.prototype.createOffer),
    ];
    for (const promise of promises) see(promise instanceof Promise, promise instanceof theirs.Promise);
    for (const settled of await Promise.allSettled(promises)) {
      see(settled);
      if (settled.status === 'rejected') see(settled.reason instanceof TypeError);
    }
    const mixed = Reflect.construct(RTCPeerConnection, [], theirs.RTCPeerConnection);
    see(Object.getPrototypeOf(mixed) === theirs.RTCPeerConnection.prototype);
    class Theirs extends theirs.RTCPeerConnection {}
    see(new Theirs() instanceof RTCPeerConnection, new Theirs().getSenders());
    ours.close();
    other.close();
    frame.remove();
  },
};
