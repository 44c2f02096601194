import { picture } from './connect.ts';
import { functionsOf, type Interface, interfaces } from './interfaces.ts';
import { attempt, callOn, type Scenarios } from './scenario.ts';
import { tell } from './tell.ts';

/** Every property of an object, in its order, with all that a descriptor says. */
const anatomy = (object: object) =>
  Reflect.ownKeys(object).map((key) => {
    const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(object, key)!;
    return `${String(key)}: ${[value, get, set, flags].map(tell).join(' ')}`;
  });

export const shapes: Scenarios = {
  'interfaces have the same members, in the same order, with the same descriptors'(see) {
    for (const each of [...interfaces(), EventTarget, Proxy]) {
      see(each, { ...Object.getOwnPropertyDescriptor(window, each.name), value: 'itself' });
      for (const line of [...anatomy(each), ...anatomy(each.prototype ?? {})]) see(line);
    }
  },

  'the window has the same names'(see) {
    // Sorted: Firefox puts each global at the end when it is first used.
    see(Object.getOwnPropertyNames(window).sort());
  },

  'functions are alike, except for their source text'(see) {
    for (const each of interfaces()) {
      for (const [name, call] of functionsOf(each)) {
        // Sorted: Firefox gives a function its name and its length when they are first asked for.
        see(name, anatomy(call).sort(), Object.getPrototypeOf(call) === Function.prototype, 'prototype' in call);
        see(Object.prototype.toString.call(call), Object.isExtensible(call), Object.isFrozen(call));
      }
    }
  },

  async 'a method is no constructor'(see) {
    for (const each of interfaces()) {
      for (const [name, call] of functionsOf(each)) {
        await attempt(see, name, () => Reflect.construct(call as never, []));
        await attempt(see, name, () => Reflect.construct(Object, [], call as never));
      }
    }
  },

  async 'methods of another object, or of none'(see) {
    for (const each of interfaces()) {
      const dressed = each.prototype && Object.create(each.prototype);
      for (const [name, call] of functionsOf(each)) {
        for (const self of [undefined, null, 1, {}, each.prototype, dressed, document]) {
          await attempt(see, `${name} of ${tell(self)}`, () => callOn(self, call));
        }
      }
    }
  },

  async 'every method, asked for nothing'(see) {
    const peer = new RTCPeerConnection();
    const { stream, track } = picture();
    const { sender, receiver } = peer.addTransceiver('audio');
    const video = peer.addTransceiver(track);
    const objects: [Interface, object][] = [
      [RTCDTMFSender, sender.dtmf!],
      [RTCRtpSender, sender],
      [RTCRtpReceiver, receiver],
      [RTCRtpSender, video.sender],
      [RTCRtpTransceiver, video],
      [RTCDataChannel, peer.createDataChannel('a')],
      [RTCPeerConnection, peer],
      [MediaDevices, navigator.mediaDevices],
      [MediaStream, stream],
      [MediaStreamTrack, track],
      [MediaRecorder, new MediaRecorder(stream.clone())],
    ];
    for (const [each, object] of objects) {
      for (const [name, call] of functionsOf(each)) {
        // A screen would be given here for the asking; who has a click asks for one elsewhere.
        if (!/\.on|getDisplayMedia/.test(name)) await attempt(see, name, () => callOn(object, call));
      }
    }
  },

  'a page may replace, wrap and put back what is there'(see) {
    const { prototype } = RTCPeerConnection;
    const before = Object.getOwnPropertyDescriptor(prototype, 'createDataChannel')!;
    prototype.createDataChannel = function (this: RTCPeerConnection, ...given) {
      see('wrapped', given.length);
      return before.value.apply(this, given);
    };
    const peer = new RTCPeerConnection();
    see(peer.createDataChannel('a').label);
    Object.defineProperty(prototype, 'createDataChannel', before);
    see(peer.createDataChannel('b').label, prototype.createDataChannel === before.value);
    see(Reflect.set(peer, 'createOffer', 1), peer.createOffer, Reflect.deleteProperty(peer, 'createOffer'));
    see(typeof peer.createOffer, Reflect.ownKeys(peer));
    peer.close();
  },

  'peers carry nothing of their own'(see) {
    const peer = new RTCPeerConnection();
    const channel = peer.createDataChannel('a');
    const transceiver = peer.addTransceiver('video');
    const { sender, receiver } = transceiver;
    for (const object of [peer, channel, transceiver, sender, receiver, receiver.track, navigator.mediaDevices]) {
      const names = [];
      for (const name in object) names.push(name);
      see(object, Reflect.ownKeys(object), Object.isExtensible(object), names);
    }
    see(JSON.stringify(peer), `${peer}`, Object.keys(peer));
    peer.close();
  },
};
