import { negotiate, picture } from './connect.ts';
import { countCalls } from './count-calls.ts';
import { attempt, callOn, type Scenarios } from './scenario.ts';

type Errors = { prepareStackTrace?: unknown; stackTraceLimit?: number };

export const surroundings: Scenarios = {
  async 'a page that replaced every built-in finds none called but by itself'(see) {
    const { stream, track } = picture();
    const counted = countCalls();
    try {
      const [alice, bob] = [new RTCPeerConnection({ iceServers: [] }), new RTCPeerConnection()];
      const complete = new Promise<void>((done) => {
        alice.onicegatheringstatechange = () => alice.iceGatheringState === 'complete' && done();
      });
      alice.addTrack(track, stream);
      alice.createDataChannel('a');
      alice.addTransceiver('audio', { direction: 'recvonly' }).direction = 'sendrecv';
      await negotiate(alice, bob);
      await complete;
      await alice.addIceCandidate({ candidate: 'x' }).catch(() => {});
      try {
        alice.addTrack(track);
      } catch {}
      alice.close();
      bob.close();
      track.clone().stop();
    } finally {
      counted.stop();
    }
    for (const name of Object.keys(counted.calls).sort()) see(name, counted.calls[name]);
    track.stop();
  },

  async 'a page that prepares its own stack traces'(see) {
    const peer = new RTCPeerConnection();
    const errors: Errors = Error;
    const { stackTraceLimit } = errors;
    let prepared = 0;
    errors.prepareStackTrace = () => ++prepared;
    errors.stackTraceLimit = 0;
    await attempt(see, 'offer', () => peer.createOffer());
    await attempt(see, 'channel', () => peer.createDataChannel('a').label);
    see(prepared, errors.stackTraceLimit, Reflect.ownKeys(Error));
    errors.stackTraceLimit = stackTraceLimit!;
    delete errors.prepareStackTrace;
    peer.close();
  },

  'a page that used up the stack'(see) {
    const peer = new RTCPeerConnection();
    const errors = new Set<unknown>();
    let [frames, made] = [0, 0];
    const dive = () => {
      try {
        dive();
      } catch (error) {
        errors.add((error as Error).name);
      }
      if (frames++ > 300) return;
      try {
        peer.addTransceiver('audio');
        made++;
      } catch (error) {
        errors.add((error as Error).name);
      }
    };
    dive();
    see([...errors], made > 0, peer.getTransceivers().length === made);
    see(peer.createDataChannel('a').label);
    peer.close();
  },

  async 'a page that left things in Object.prototype'(see) {
    const left: Record<string, unknown> = { value: 1, get: 2, set: 3, apply: 4, construct: 5, on: 6, body: 7, 0: 8 };
    left.toJSON = () => see('toJSON');
    const shared = Object.prototype as Record<string, unknown>;
    for (const key of Object.keys(left)) shared[key] = left[key];
    try {
      const peer = new RTCPeerConnection();
      await attempt(see, 'channel', () => peer.createDataChannel('a', { ordered: false }).ordered);
      await attempt(see, 'offer', () => peer.createOffer().then(({ type }) => type));
      await attempt(see, 'refused', () => callOn(peer, peer.addTrack, 1));
      peer.close();
    } finally {
      for (const key of Object.keys(left)) delete shared[key];
    }
  },

  async 'a page with a clock of its own'(see) {
    const { now } = Performance.prototype;
    let asked = 0;
    Performance.prototype.now = () => ++asked;
    const peer = new RTCPeerConnection();
    await attempt(see, 'channel', () => peer.createDataChannel('a').label);
    see(performance.now(), asked);
    Performance.prototype.now = now;
    peer.close();
  },
};
