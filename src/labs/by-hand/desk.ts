import { signal } from '@preact/signals';
import type { LabContext } from '../lab.ts';
import { answer, connect, offer } from './by-hand.ts';
import { type Letter, sessionOf } from './letter.ts';

export type Side = 'alice' | 'bob';
export const nameOf = { alice: 'Alice', bob: 'Bob' };

/** A letter while it is being written: it grows with each candidate, and then no more. */
export type Writing = { letter: Letter; isWhole: boolean };

export type Line = { from: Side; at: Side; text: string };

export type Desk = ReturnType<typeof createDesk>;

/** What Alice and Bob have before them. Nothing goes from one to the other but what somebody carries. */
export function createDesk({ newPeer, trace }: LabContext) {
  const written = signal<Partial<Record<Side, Writing>>>({});
  const sentence = signal<Partial<Record<Side, string>>>({});
  const channels = signal<Partial<Record<Side, RTCDataChannel>>>({});
  const lines = signal<readonly Line[]>([]);
  const peers: Partial<Record<Side, RTCPeerConnection>> = {};
  const carried = new Set<Letter>();

  const say = (who: Side, text: string) => {
    sentence.value = { ...sentence.value, [who]: text };
  };

  async function begin(who: Side) {
    peers[who]?.close();
    written.value = { ...written.value, [who]: undefined };
    const { nearbyServers } = await import('../../carriers/nearby-servers.ts');
    const peer = newPeer(who, { iceServers: await nearbyServers() });
    peers[who] = peer;
    peer.onconnectionstatechange = () => {
      const text = outcomes[peer.connectionState];
      if (text) say(who, text);
    };
    return peer;
  }

  function open(who: Side, channel: RTCDataChannel) {
    const set = (open: boolean) => {
      channels.value = { ...channels.value, [who]: open ? channel : undefined };
    };
    channel.onopen = () => set(true);
    channel.onclose = () => set(false);
    channel.onmessage = ({ data }) => {
      lines.value = [...lines.value, { from: who === 'alice' ? 'bob' : 'alice', at: who, text: data }];
    };
  }

  const write = (who: Side, answers?: string) => {
    const when = new Date().toISOString();
    return ({ type, sdp }: RTCSessionDescription, isWhole: boolean) => {
      const letter = { type, sdp, written: when, ...(answers && { answers }) } as Letter;
      written.value = { ...written.value, [who]: { letter, isWhole } };
    };
  };

  const note = (who: Side, what: 'sent' | 'received', { type, sdp }: Letter) =>
    trace.append({ who, what, name: type, body: { type, sdp }, mail: `${type}:${sessionOf(sdp)}` });

  const attempt = async (who: Side, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      say(who, `The browser refused it. ${error}`);
    }
  };

  const offered = () => {
    const letter = written.value.alice?.letter;
    return letter && sessionOf(letter.sdp);
  };

  return {
    written,
    sentence,
    channels,
    lines,
    offered,

    writeOffer: () =>
      attempt('alice', async () => {
        const alice = await begin('alice');
        open('alice', await offer(alice, write('alice')));
      }),

    /** What was read of it, so that whoever pasted it is told. */
    async take(who: Side, text: string) {
      const { readLetter } = await import('./read-letter.ts');
      const type = who === 'alice' ? 'answer' : 'offer';
      const reading = readLetter(text, { type, now: new Date(), answering: offered() });
      if ('refused' in reading) return reading;
      const { letter } = reading;
      attempt(who, async () => {
        note(who, 'received', letter);
        if (who === 'alice') return connect(peers.alice!, letter);
        const bob = await begin('bob');
        bob.ondatachannel = ({ channel }) => open('bob', channel);
        return answer(bob, letter, write('bob', sessionOf(letter.sdp)));
      });
      return reading;
    },

    /** Somebody took the letter along: from here on it is under way. */
    carry(who: Side) {
      const { letter } = written.value[who]!;
      if (carried.has(letter)) return;
      carried.add(letter);
      note(who, 'sent', letter);
    },

    speak: (who: Side, text: string) => channels.value[who]?.send(text),
  };
}

const outcomes: Partial<Record<RTCPeerConnectionState, string>> = {
  connecting: 'Looking for a way …',
  connected: 'Connected. Nobody stands between them.',
  disconnected: 'Nothing comes through just now. It may heal by itself.',
  failed:
    'No way was found, or it was lost. A letter is good only while the page that wrote it is open: if it was closed, ' +
    'loaded anew, or left for minutes, write a new one.',
};
