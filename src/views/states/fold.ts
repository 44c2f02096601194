import type { Entry } from '../../../protocol/entry.ts';
import { moveOf } from '../../trace/move-of.ts';
import type { Fold } from '../moments.ts';
import { byText, none, type Sorted, sortedBy } from '../sorted.ts';
import { isMachine, type MachineName } from './machines.ts';
import { type Refused, whyRefused } from './refused.ts';

/** One peer connection: the states that each of its machines has been in, the newest last. */
export type PeerStates = {
  readonly who: string;
  readonly on: string;
  readonly ways: Readonly<Partial<Record<MachineName, readonly string[]>>>;
  /** The last call that was refused, until something else succeeds. */
  readonly refused?: Refused;
};

/** A call, and the signaling state in which it was made. */
type Asked = { readonly call: Entry; readonly state: RTCSignalingState };

export type StatesView = { readonly peers: Readonly<Record<string, PeerStates>>; readonly asked: Sorted<Asked> };

const calls = sortedBy(({ call }: Asked) => call.id, byText);

/** Where every peer connection is, and how it came there. */
export const statesFold: Fold<StatesView> = {
  start: { peers: {}, asked: none },
  advance(view, entry) {
    const { who, on, what, name, of } = entry;
    if (on === undefined) return view;
    const key = `${who} ${on}`;
    const peer = view.peers[key];
    if (what === 'state' && isMachine(name))
      return withPeer(view, key, moved(peer ?? { who, on, ways: {} }, name, entry));
    if (!peer) return view;
    if (what === 'call') {
      const state = (peer.ways.signaling?.at(-1) ?? 'stable') as RTCSignalingState;
      return { ...view, asked: calls.put(view.asked, { call: entry, state }) };
    }
    const asked = of === undefined ? undefined : calls.find(view.asked, of);
    if (what === 'throw' && asked) return withPeer(view, key, { ...peer, refused: whyRefused(asked, entry) });
    const succeeded = what === 'return' && peer.refused && asked && moveOf(asked.call, asked.state);
    return succeeded ? withPeer(view, key, forgiven(peer)) : view;
  },
};

const withPeer = (view: StatesView, key: string, peer: PeerStates): StatesView => ({
  ...view,
  peers: { ...view.peers, [key]: peer },
});

function moved(peer: PeerStates, name: MachineName, { body }: Entry): PeerStates {
  return { ...peer, ways: { ...peer.ways, [name]: [...(peer.ways[name] ?? []), String(body)] } };
}

function forgiven({ refused: _, ...peer }: PeerStates): PeerStates {
  return peer;
}
