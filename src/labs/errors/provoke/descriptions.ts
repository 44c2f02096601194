import type { Provoke } from '../place.ts';

const described = async (peer: RTCPeerConnection) => {
  peer.addTransceiver('video');
  return (await peer.createOffer()).sdp!;
};

/** Errors of descriptions that a browser can't read, or that lack something. */
export const descriptions = {
  async 'cut-off'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region cut-off
    const half = sdp.slice(0, sdp.indexOf('m=video') + 5);
    await bob.setRemoteDescription({ type: 'offer', sdp: half });
    // #endregion cut-off
  },

  async 'no-description'({ newPeer }) {
    const bob = newPeer('bob');
    // #region no-description
    await bob.setRemoteDescription({ type: 'offer', sdp: 'Hello, Bob!' });
    // #endregion no-description
  },

  async 'line-without-letter'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region line-without-letter
    await bob.setRemoteDescription({ type: 'offer', sdp: sdp.replace('a=rtcp-mux', 'rtcp-mux') });
    // #endregion line-without-letter
  },

  async 'line-too-short'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region line-too-short
    const short = sdp.replace(/m=video .*/, 'm=video 9');
    await bob.setRemoteDescription({ type: 'offer', sdp: short });
    // #endregion line-too-short
  },

  async 'codec-without-name'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region codec-without-name
    const nameless = sdp.replace(/a=rtpmap:.*\r\n/, '');
    await bob.setRemoteDescription({ type: 'offer', sdp: nameless });
    // #endregion codec-without-name
  },

  async 'several-streams-in-one-section'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region several-streams-in-one-section
    const older = sdp.replace(/a=msid:.*\r\n/, '');
    const planB = `${older}a=ssrc:1 msid:one a\r\na=ssrc:2 msid:two b\r\n`;
    await bob.setRemoteDescription({ type: 'offer', sdp: planB });
    // #endregion several-streams-in-one-section
  },

  async 'no-fingerprint'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region no-fingerprint
    await bob.setRemoteDescription({ type: 'offer', sdp: sdp.replaceAll(/a=fingerprint:.*\r\n/g, '') });
    // #endregion no-fingerprint
  },

  async 'no-ice-password'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region no-ice-password
    await bob.setRemoteDescription({ type: 'offer', sdp: sdp.replaceAll(/a=ice-(ufrag|pwd):.*\r\n/g, '') });
    // #endregion no-ice-password
  },

  async 'type-without-text'({ newPeer }) {
    const bob = newPeer('bob');
    // #region type-without-text
    await bob.setRemoteDescription({ type: 'offer' });
    // #endregion type-without-text
  },

  async 'still-a-text'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region still-a-text
    const letter = JSON.stringify({ type: 'offer', sdp });
    await bob.setRemoteDescription(letter as unknown as RTCSessionDescriptionInit);
    // #endregion still-a-text
  },

  async 'nothing-there'({ newPeer }) {
    const bob = newPeer('bob');
    // #region nothing-there
    const letter = {} as { offer: RTCSessionDescriptionInit };
    await bob.setRemoteDescription(letter.offer);
    // #endregion nothing-there
  },

  async 'no-such-type'({ newPeer }) {
    const [sdp, bob] = [await described(newPeer('alice')), newPeer('bob')];
    // #region no-such-type
    await bob.setRemoteDescription({ type: 'Offer' as RTCSdpType, sdp });
    // #endregion no-such-type
  },

  async 'changed-before-setting'({ newPeer }) {
    const alice = newPeer('alice');
    const sdp = await described(alice);
    const another = (byte: string) => (byte === '00' ? '01' : '00');
    // #region changed-before-setting
    const changed = sdp.replace(/(?<=a=fingerprint:sha-256 )../, another);
    await alice.setLocalDescription({ type: 'offer', sdp: changed });
    // #endregion changed-before-setting
  },
} satisfies Record<string, Provoke>;
