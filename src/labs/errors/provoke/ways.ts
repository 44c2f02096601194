import type { Provoke } from '../place.ts';

const candidate = 'candidate:1 1 udp 2113937151 192.0.2.1 54400 typ host';

/** Two who have agreed on a data channel, and have told each other no candidate. */
async function agreed(newPeer: Parameters<Provoke>[0]['newPeer']) {
  const [alice, bob] = [newPeer('alice'), newPeer('bob')];
  alice.createDataChannel('chat');
  await alice.setLocalDescription();
  await bob.setRemoteDescription(alice.localDescription!);
  return bob;
}

/** What an `icecandidateerror` says, in one line. */
const firstError = (peer: RTCPeerConnection) =>
  new Promise<string>((resolve) => {
    peer.onicecandidateerror = ({ errorCode, errorText }) => resolve([errorCode, errorText].filter(Boolean).join(': '));
  });

/** Errors of candidates, and of the servers that help to find them. */
export const ways = {
  async 'candidate-too-early'({ newPeer }) {
    const bob = newPeer('bob');
    // #region candidate-too-early
    await bob.addIceCandidate({ candidate, sdpMid: '0' });
    // #endregion candidate-too-early
  },

  async 'candidate-of-no-section'({ newPeer }) {
    const bob = await agreed(newPeer);
    // #region candidate-of-no-section
    await bob.addIceCandidate({ candidate });
    // #endregion candidate-of-no-section
  },

  async 'candidate-of-another-section'({ newPeer }) {
    const bob = await agreed(newPeer);
    // #region candidate-of-another-section
    await bob.addIceCandidate({ candidate, sdpMid: 'video-7' });
    // #endregion candidate-of-another-section
  },

  async 'candidate-of-another-session'({ newPeer }) {
    const bob = await agreed(newPeer);
    // #region candidate-of-another-session
    await bob.addIceCandidate({ candidate, sdpMid: '0', usernameFragment: 'last week' });
    // #endregion candidate-of-another-session
  },

  async 'candidate-unreadable'({ newPeer }) {
    const bob = await agreed(newPeer);
    // #region candidate-unreadable
    await bob.addIceCandidate({ candidate: 'candidate:somewhere over there', sdpMid: '0' });
    // #endregion candidate-unreadable
  },

  async 'candidate-as-text'({ newPeer }) {
    const bob = await agreed(newPeer);
    // #region candidate-as-text
    await bob.addIceCandidate(candidate as unknown as RTCIceCandidateInit);
    // #endregion candidate-as-text
  },

  async 'server-not-there'({ newPeer }) {
    // #region server-not-there
    const alice = newPeer('alice', { iceServers: [{ urls: 'stun:nobody.invalid:3478' }] });
    alice.createDataChannel('chat');
    const error = firstError(alice);
    await alice.setLocalDescription();
    return await error;
    // #endregion server-not-there
  },

  async 'wrong-password'({ newPeer, relay }) {
    // #region wrong-password
    const server = { urls: relay, username: 'alice', credential: 'guessed' };
    const alice = newPeer('alice', { iceServers: [server] });
    alice.createDataChannel('chat');
    const error = firstError(alice);
    await alice.setLocalDescription();
    return await error;
    // #endregion wrong-password
  },

  'server-without-scheme'({ newPeer }) {
    // #region server-without-scheme
    newPeer('alice', { iceServers: [{ urls: 'stun.example.org:3478' }] });
    // #endregion server-without-scheme
  },

  'server-of-the-web'({ newPeer }) {
    // #region server-of-the-web
    newPeer('alice', { iceServers: [{ urls: 'https://stun.example.org' }] });
    // #endregion server-of-the-web
  },

  'relay-without-password'({ newPeer }) {
    // #region relay-without-password
    const misspelt = { urls: 'turn:turn.example.org', username: 'alice', credentials: 'secret' };
    newPeer('alice', { iceServers: [misspelt] });
    // #endregion relay-without-password
  },

  'server-without-urls'({ newPeer }) {
    // #region server-without-urls
    const ofLongAgo = { url: 'stun:stun.example.org' } as unknown as RTCIceServer;
    newPeer('alice', { iceServers: [ofLongAgo] });
    // #endregion server-without-urls
  },

  'no-such-policy'({ newPeer }) {
    // #region no-such-policy
    newPeer('alice', { iceTransportPolicy: 'relayed' as RTCIceTransportPolicy });
    // #endregion no-such-policy
  },

  'configuration-is-fixed'({ newPeer }) {
    const alice = newPeer('alice');
    // #region configuration-is-fixed
    alice.setConfiguration({ bundlePolicy: 'max-bundle' });
    // #endregion configuration-is-fixed
  },
} satisfies Record<string, Provoke>;
