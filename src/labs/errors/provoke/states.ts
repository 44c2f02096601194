import { call, type Provoke } from '../place.ts';

/** Errors of doing the right thing at the wrong time. */
export const states = {
  async 'answer-too-early'({ newPeer }) {
    const bob = newPeer('bob');
    // #region answer-too-early
    await bob.createAnswer();
    // #endregion answer-too-early
  },

  async 'answer-unasked'({ newPeer }) {
    const bob = newPeer('bob');
    // #region answer-unasked
    await bob.setLocalDescription({ type: 'answer' });
    // #endregion answer-unasked
  },

  async 'answer-not-due'({ newPeer }) {
    const [alice, bob] = [newPeer('alice'), newPeer('bob')];
    alice.createDataChannel('chat');
    // #region answer-not-due
    await call(alice, bob);
    await alice.setRemoteDescription(bob.localDescription!);
    // #endregion answer-not-due
  },

  async 'answer-over-theirs'({ newPeer }) {
    const [alice, bob, carol] = [newPeer('alice'), newPeer('bob'), newPeer('carol')];
    alice.createDataChannel('chat');
    await alice.setLocalDescription();
    await carol.setRemoteDescription(alice.localDescription!);
    // #region answer-over-theirs
    await bob.setRemoteDescription(alice.localDescription!);
    await bob.setRemoteDescription(await carol.createAnswer());
    // #endregion answer-over-theirs
  },

  async 'offer-over-theirs'({ newPeer }) {
    const [alice, bob] = [newPeer('alice'), newPeer('bob')];
    alice.createDataChannel('chat');
    await alice.setLocalDescription();
    // #region offer-over-theirs
    const offer = await bob.createOffer();
    await bob.setRemoteDescription(alice.localDescription!);
    await bob.setLocalDescription(offer);
    // #endregion offer-over-theirs
  },

  async 'nothing-to-roll-back'({ newPeer }) {
    const alice = newPeer('alice');
    // #region nothing-to-roll-back
    await alice.setLocalDescription({ type: 'rollback' });
    // #endregion nothing-to-roll-back
  },

  async 'provisional-answer'({ newPeer }) {
    const [alice, bob] = [newPeer('alice'), newPeer('bob')];
    alice.createDataChannel('chat');
    await alice.setLocalDescription();
    // #region provisional-answer
    await bob.setRemoteDescription(alice.localDescription!);
    const { sdp } = await bob.createAnswer();
    await bob.setLocalDescription({ type: 'pranswer', sdp });
    // #endregion provisional-answer
  },

  async 'after-close'({ newPeer }) {
    const alice = newPeer('alice');
    // #region after-close
    alice.close();
    await alice.createOffer();
    // #endregion after-close
  },

  async 'sections-in-another-order'({ newPeer }) {
    const [alice, bob, carol] = [newPeer('alice'), newPeer('bob'), newPeer('carol')];
    // #region sections-in-another-order
    alice.addTransceiver('audio');
    carol.addTransceiver('video');
    await call(alice, bob);
    await bob.setRemoteDescription(await carol.createOffer());
    // #endregion sections-in-another-order
  },

  async 'answer-to-another-offer'({ newPeer }) {
    const [alice, bob, carol] = [newPeer('alice'), newPeer('bob'), newPeer('carol')];
    // #region answer-to-another-offer
    alice.addTransceiver('audio');
    carol.addTransceiver('video');
    await bob.setRemoteDescription(await carol.createOffer());
    await alice.setLocalDescription();
    await alice.setRemoteDescription(await bob.createAnswer());
    // #endregion answer-to-another-offer
  },
} satisfies Record<string, Provoke>;
