import { connectedPair } from './connect.ts';
import { attempt, callOn, next, type Scenarios, shape } from './scenario.ts';

const messages = (channel: RTCDataChannel, count: number) =>
  new Promise<MessageEvent[]>((all) => {
    const came: MessageEvent[] = [];
    channel.addEventListener('message', (event) => {
      if (came.push(event) === count) all(came);
    });
  });

export const channels: Scenarios = {
  async 'channel: everything that can be sent arrives as it was'(see) {
    const { chat, channel, close } = await connectedPair();
    channel.binaryType = 'arraybuffer';
    const bytes = new Uint8Array([1, 2, 3, 4]);
    const sent: unknown[] = ['text', '', 'wörter €', bytes, bytes.buffer, new DataView(bytes.buffer, 1, 2)];
    sent.push(bytes.subarray(2), new Uint8Array(0), 7, null, undefined, { toString: () => 'made of an object' });
    const came = messages(channel, sent.length);
    for (const message of sent) await attempt(see, 'send', () => callOn(chat, chat.send, message));
    for (const { data } of await came) see(typeof data === 'string' ? data : [...new Uint8Array(data)]);
    see(shape((await came)[0]!), chat.bufferedAmount);
    close();
  },

  async 'channel: blobs'(see) {
    const { chat, channel, close } = await connectedPair();
    const came = messages(channel, 1);
    see(channel.binaryType);
    await attempt(see, 'a blob', () => chat.send(new Blob(['hello'])));
    const [event] = await came;
    see(event!.data, await new Response(event!.data).text());
    close();
  },

  async 'channel: what cannot be sent'(see) {
    const { chat, close } = await connectedPair();
    await attempt(see, 'nothing', () => callOn(chat, chat.send));
    await attempt(see, 'a symbol', () => callOn(chat, chat.send, Symbol('x')));
    await attempt(see, 'too much', () => chat.send(new Uint8Array(300_000)));
    await attempt(see, 'of another', () => callOn({}, chat.send, 'x'));
    close();
    await attempt(see, 'when closed', () => chat.send('x'));
    const peer = new RTCPeerConnection();
    await attempt(see, 'too early', () => peer.createDataChannel('x').send('x'));
    peer.close();
  },

  async 'channel: open fires once, after the channel is there'(see) {
    const { alice, bob, close } = await connectedPair();
    const came = next<RTCDataChannelEvent>(bob, 'datachannel');
    const chat = alice.createDataChannel('another');
    see(chat.readyState, chat.id === null);
    chat.onopen = (event) => see(shape(event), chat.readyState);
    const { channel } = await came;
    if (channel.readyState !== 'open') await next(channel, 'open');
    if (chat.readyState !== 'open') await next(chat, 'open');
    see(channel.id === chat.id);
    close();
  },

  async 'channel: close at both ends'(see) {
    const { chat, channel, close } = await connectedPair();
    const both = [next(chat, 'close'), next(channel, 'close')] as const;
    await attempt(see, 'close', () => chat.close());
    see(chat.readyState);
    await attempt(see, 'again', () => chat.close());
    see(shape(await both[0]), shape(await both[1]), chat.readyState, channel.readyState);
    close();
  },

  async 'channel: closing'(see) {
    const { alice, bob, close } = await connectedPair();
    // Chromium 156 may go from open to closed without it: whichever of its two threads is faster.
    for (let heard = false, attempts = 0; !heard && attempts < 20; attempts++) {
      const came = next<RTCDataChannelEvent>(bob, 'datachannel');
      const chat = alice.createDataChannel('another');
      const { channel } = await came;
      channel.onclosing = (event) => {
        heard = true;
        see(shape(event), channel.readyState);
      };
      const over = next(channel, 'close');
      if (chat.readyState !== 'open') await next(chat, 'open');
      chat.close();
      await over;
    }
    close();
  },

  async 'channel: error, when the other end is gone'(see) {
    const { alice, channel, close } = await connectedPair();
    channel.onerror = (event) => see(shape(event), event.error);
    const over = next(channel, 'close');
    alice.close();
    see(shape(await over), channel.readyState);
    close();
  },

  async 'channel: bufferedamountlow'(see) {
    const { chat, close } = await connectedPair();
    chat.bufferedAmountLowThreshold = 1000;
    const low = next(chat, 'bufferedamountlow');
    chat.send(new Uint8Array(16_000));
    see(chat.bufferedAmount);
    see(shape(await low), chat.bufferedAmount);
    close();
  },

  async 'channel: attributes that can be set'(see) {
    const { chat, close } = await connectedPair();
    for (const type of ['blob', 'arraybuffer', 'x']) {
      await attempt(see, type, () => Reflect.set(chat, 'binaryType', type));
      see(chat.binaryType);
    }
    chat.bufferedAmountLowThreshold = -1;
    see(chat.bufferedAmountLowThreshold);
    close();
  },

  async 'channel: unordered, with few retransmissions'(see) {
    const { chat, channel, close } = await connectedPair({ ordered: false, maxRetransmits: 0 });
    const came = messages(channel, 1);
    await attempt(see, 'send', () => chat.send('one'));
    see((await came)[0]!.data, channel.ordered, channel.maxRetransmits, channel.maxPacketLifeTime);
    close();
  },

  async 'channel: a message while another is being heard'(see) {
    const { chat, channel, close } = await connectedPair();
    channel.onmessage = ({ data }) => {
      see('heard', data);
      queueMicrotask(() => see('microtask', data));
      channel.send(`echo of ${data}`);
    };
    const came = messages(chat, 2);
    chat.send('one');
    chat.send('two');
    see(...(await came).map(({ data }) => data));
    close();
  },
};
