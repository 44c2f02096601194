import { stop } from './connect.ts';
import { attempt, outcome, type Scenarios, type See } from './scenario.ts';

/** A proxy that tells of everything that is done to it. */
function telling<Target extends object>(see: See, name: string, target: Target): Target {
  const traps = new Proxy({} as ProxyHandler<Target>, {
    get(_, trap: 'get') {
      return (...given: Parameters<typeof Reflect.get>) => {
        see(
          name,
          trap,
          given.slice(1).filter((each) => typeof each === 'string' || typeof each === 'symbol'),
        );
        return Reflect[trap](...given);
      };
    },
  });
  return new Proxy(target, traps);
}

/** An object whose members are getters that tell that they were asked. */
function asked<Members extends object>(see: See, members: Members): Members {
  for (const [name, value] of Object.entries(members)) {
    const get = () => {
      see('asked for', name);
      return value;
    };
    Object.defineProperty(members, name, { get, enumerable: true });
  }
  return members;
}

async function offer() {
  const peer = new RTCPeerConnection();
  peer.createDataChannel('a');
  const { type, sdp } = await peer.createOffer();
  peer.close();
  return { type, sdp };
}

const servers = [{ urls: 'stun:127.0.0.1:3478' }];

export const given: Scenarios = {
  async 'getters of an argument are asked as often as ever'(see) {
    const peer = new RTCPeerConnection();
    const more = { other: 1, toJSON: () => see('toJSON'), toString: () => see('toString') };
    const description = asked(see, { ...(await offer()), ...more });
    await attempt(see, 'set', () => peer.setRemoteDescription(description));
    await attempt(see, 'add', () => peer.addIceCandidate(asked(see, { candidate: '', sdpMid: '0', ...more })));
    await attempt(see, 'channel', () => peer.createDataChannel('a', asked(see, { ordered: false, ...more })).ordered);
    await attempt(see, 'offer', () => peer.createOffer(asked(see, { iceRestart: false })));
    peer.close();
    const configuration = asked(see, { bundlePolicy: 'balanced', iceServers: [asked(see, servers[0]!)], ...more });
    await attempt(see, 'make', () => new RTCPeerConnection(configuration as RTCConfiguration).close());
    await attempt(see, 'media', async () => {
      const video = asked(see, { width: asked(see, { ideal: 99 }) });
      stop(await navigator.mediaDevices.getUserMedia(asked(see, { video })));
    });
  },

  async 'getters that throw'(see) {
    const peer = new RTCPeerConnection();
    const reasons = [new Error('thrown by a getter'), 'a string', undefined, { thrown: 'object' }, Object.create(null)];
    for (const reason of reasons) {
      const get = () => {
        throw reason;
      };
      const throwing = Object.defineProperties({}, { type: { get }, iceServers: { get }, ordered: { get } });
      const { how, of, ticks } = await outcome(peer.setLocalDescription(throwing));
      see(how, of === reason, ticks);
      for (const call of [() => peer.createDataChannel('a', throwing), () => new RTCPeerConnection(throwing)]) {
        try {
          call();
        } catch (error) {
          see('thrown', error === reason);
        }
      }
    }
    peer.close();
  },

  'a thrown object is left alone'(see) {
    const peer = new RTCPeerConnection();
    const reason = telling(see, 'reason', { name: 'x', message: 'y' });
    const get = () => {
      throw reason;
    };
    try {
      peer.createDataChannel('a', Object.defineProperty({}, 'ordered', { get }));
    } catch (error) {
      see(error === reason);
    }
    peer.close();
  },

  async 'proxies as arguments are touched as ever'(see) {
    const peer = new RTCPeerConnection(telling(see, 'configuration', { iceServers: telling(see, 'servers', []) }));
    const description = telling(see, 'description', await offer());
    await attempt(see, 'set', () => peer.setRemoteDescription(description));
    await attempt(see, 'add', () => peer.addIceCandidate(telling(see, 'candidate', { candidate: '', sdpMid: '0' })));
    await attempt(see, 'channel', () => peer.createDataChannel('a', telling(see, 'init', { ordered: true })));
    await attempt(see, 'transceiver', () => peer.addTransceiver('video', telling(see, 'init', {})));
    await attempt(see, 'track', () => peer.addTrack(telling(see, 'track', {}) as MediaStreamTrack));
    await attempt(see, 'inherited', () => peer.createDataChannel('b', Object.create(telling(see, 'parent', {}))));
    await attempt(see, 'servers', () => peer.setConfiguration({ iceServers: telling(see, 'servers', servers) }));
    peer.close();
    await attempt(see, 'media', async () => {
      const constraints = telling(see, 'constraints', { video: telling(see, 'video', { width: 99 }) });
      stop(await navigator.mediaDevices.getUserMedia(constraints));
    });
  },

  async 'a proxy of a peer, and one that was revoked'(see) {
    const peer = new RTCPeerConnection();
    const self = telling(see, 'peer', peer);
    await attempt(see, 'a method', () => self.getSenders());
    await attempt(see, 'an attribute', () => self.signalingState);
    const { proxy, revoke } = Proxy.revocable({} as RTCPeerConnection & RTCSessionDescription & MediaStreamTrack, {});
    revoke();
    await attempt(see, 'described by it', () => peer.setRemoteDescription(proxy));
    await attempt(see, 'with options of it', () => peer.createDataChannel('a', proxy as object));
    await attempt(see, 'with it as a track', () => peer.addTrack(proxy));
    await attempt(see, 'called on it', () => Reflect.apply(peer.createOffer, proxy, []));
    peer.close();
  },

  async 'cyclic, deep and huge arguments'(see) {
    const peer = new RTCPeerConnection();
    const cyclic: Record<string, unknown> = { ordered: true };
    cyclic.self = cyclic;
    let deep: object = {};
    for (let depth = 0; depth < 100_000; depth++) deep = { deep };
    const huge = Array.from({ length: 200_000 }, (_, index) => ({ index }));
    for (const init of [cyclic, deep, { huge }, huge] as object[]) {
      await attempt(see, 'channel', () => peer.createDataChannel('a', init).label);
    }
    await attempt(see, 'a long label', () => peer.createDataChannel('a'.repeat(65_535)).label.length);
    peer.close();
  },

  async 'strange arguments'(see) {
    const peer = new RTCPeerConnection();
    const bare = Object.assign(Object.create(null), { ordered: false });
    const named = JSON.parse('{ "__proto__": { "ordered": false } }');
    const tagged = Object.defineProperty({}, Symbol.toStringTag, { get: () => see('asked for its tag') });
    const dressed = Object.create(RTCIceCandidate.prototype);
    for (const init of [bare, named, tagged, dressed, new Map(), new Date(0), see, window, document, 1n, Number.NaN]) {
      await attempt(see, 'channel', () => peer.createDataChannel('a', init).ordered);
    }
    await attempt(see, 'a track that is none', () => peer.addTrack(Object.create(MediaStreamTrack.prototype)));
    peer.close();
  },

  async 'arguments that change while they are read'(see) {
    const peer = new RTCPeerConnection();
    const growing: RTCIceServer[] = [];
    const get = () => {
      if (growing.length < 3) growing.push(...servers);
      return servers[0]!.urls;
    };
    growing.push(Object.defineProperty({}, 'urls', { get }) as RTCIceServer);
    await attempt(see, 'set', () => peer.setConfiguration({ iceServers: growing }));
    see(growing.length);
    const close = { get: () => peer.close() };
    await attempt(see, 'closing on the way', () =>
      peer.createDataChannel('a', Object.defineProperty({}, 'ordered', close)),
    );
  },
};
