import { call, type Place, type Provoke } from '../place.ts';

/** A channel that is open, between two who let each other send this much at once. */
async function openChannel({ newPeer }: Place, atMost: number) {
  const [alice, bob] = [newPeer('alice'), newPeer('bob')];
  const channel = alice.createDataChannel('chat');
  const opened = new Promise((resolve) => {
    channel.onopen = resolve;
  });
  const limited = (sdp: string) => sdp.replace(/a=max-message-size:\d+/, `a=max-message-size:${atMost}`);
  await call(alice, bob, ({ type, sdp }) => ({ type, sdp: limited(sdp!) }));
  await opened;
  return channel;
}

/** Errors of data channels. */
export const channels = {
  'send-too-early'({ newPeer }) {
    const alice = newPeer('alice');
    // #region send-too-early
    const channel = alice.createDataChannel('chat');
    channel.send('Hello?');
    // #endregion send-too-early
  },

  async 'send-after-close'(place) {
    const channel = await openChannel(place, 1_000);
    // #region send-after-close
    channel.close();
    channel.send('One thing more …');
    // #endregion send-after-close
  },

  async 'message-too-large'(place) {
    const channel = await openChannel(place, 1_000);
    // #region message-too-large
    channel.send(new ArrayBuffer(1_001));
    // #endregion message-too-large
  },

  async 'queue-full'(place) {
    const channel = await openChannel(place, 262_144);
    // #region queue-full
    const piece = new ArrayBuffer(262_144);
    for (let sent = 0; sent < 80; sent++) channel.send(piece);
    // #endregion queue-full
  },

  'channel-with-two-limits'({ newPeer }) {
    const alice = newPeer('alice');
    // #region channel-with-two-limits
    alice.createDataChannel('chat', { maxRetransmits: 1, maxPacketLifeTime: 500 });
    // #endregion channel-with-two-limits
  },

  'channel-without-id'({ newPeer }) {
    const alice = newPeer('alice');
    // #region channel-without-id
    alice.createDataChannel('chat', { negotiated: true });
    // #endregion channel-without-id
  },

  'channel-id-taken'({ newPeer }) {
    const alice = newPeer('alice');
    // #region channel-id-taken
    alice.createDataChannel('chat', { negotiated: true, id: 1 });
    alice.createDataChannel('files', { negotiated: true, id: 1 });
    // #endregion channel-id-taken
  },
} satisfies Record<string, Provoke>;
