import type { Provoke } from '../place.ts';

/** Errors of what is sent, and with what. */
export const tracks = {
  'track-twice'({ newPeer }) {
    const alice = newPeer('alice');
    const { track } = alice.addTransceiver('video').receiver;
    // #region track-twice
    alice.addTrack(track);
    alice.addTrack(track);
    // #endregion track-twice
  },

  'stream-for-track'({ newPeer }) {
    const alice = newPeer('alice');
    // #region stream-for-track
    const stream = new MediaStream();
    alice.addTrack(stream as unknown as MediaStreamTrack);
    // #endregion stream-for-track
  },

  'no-such-kind'({ newPeer }) {
    const alice = newPeer('alice');
    // #region no-such-kind
    alice.addTransceiver('picture');
    // #endregion no-such-kind
  },

  async 'replace-by-another-kind'({ newPeer }) {
    const alice = newPeer('alice');
    const { sender } = alice.addTransceiver('audio');
    const { track } = alice.addTransceiver('video').receiver;
    // #region replace-by-another-kind
    await sender.replaceTrack(track);
    // #endregion replace-by-another-kind
  },

  async 'replace-in-stopped'({ newPeer }) {
    const alice = newPeer('alice');
    const transceiver = alice.addTransceiver('video');
    // #region replace-in-stopped
    transceiver.stop();
    await transceiver.sender.replaceTrack(transceiver.receiver.track);
    // #endregion replace-in-stopped
  },

  async 'replace-after-close'({ newPeer }) {
    const alice = newPeer('alice');
    const { sender, receiver } = alice.addTransceiver('video');
    // #region replace-after-close
    alice.close();
    await sender.replaceTrack(receiver.track);
    // #endregion replace-after-close
  },

  async 'replace-by-ended'({ newPeer }) {
    const alice = newPeer('alice');
    const { sender, receiver } = alice.addTransceiver('video');
    // #region replace-by-ended
    receiver.track.stop();
    await sender.replaceTrack(receiver.track);
    // #endregion replace-by-ended
  },

  'sender-of-another'({ newPeer }) {
    const [alice, bob] = [newPeer('alice'), newPeer('bob')];
    // #region sender-of-another
    const { sender } = alice.addTransceiver('video');
    bob.removeTrack(sender);
    // #endregion sender-of-another
  },

  async 'stats-of-another'({ newPeer }) {
    const [alice, bob] = [newPeer('alice'), newPeer('bob')];
    // #region stats-of-another
    const { track } = alice.addTransceiver('video').receiver;
    await bob.getStats(track);
    // #endregion stats-of-another
  },

  async 'parameters-made-up'({ newPeer }) {
    const alice = newPeer('alice');
    const { sender } = alice.addTransceiver('video');
    // #region parameters-made-up
    const parameters = { encodings: [{ maxBitrate: 100_000 }] } as RTCRtpSendParameters;
    await sender.setParameters(parameters);
    // #endregion parameters-made-up
  },
} satisfies Record<string, Provoke>;
