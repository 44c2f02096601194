import type { Witnessed } from '../../protocol/witness.ts';
import { laneOf } from './lanes.ts';
import { said } from './said.ts';

/** A recorded page by what it is called: its peer's name, or its own while no peer of the room is known to be it. */
export type PageLanes = ReadonlyMap<string, string>;

/**
 * Which peer each page is: the one from whom the server has a description that this page set as its own. The user
 * fragment that the browser made up for it (RFC 8839 §5.4) is in both.
 */
export function pageLanes(told: readonly Witnessed[], names: PageLanes): PageLanes {
  if (names.size === 0) return names;
  const peers = new Map<string, string>();
  for (const entry of told) {
    const { from, description } = entry.who === 'server' && entry.what === 'received' ? said(entry) : {};
    if (from) for (const ufrag of ufragsIn(description)) peers.set(ufrag, laneOf(from));
  }
  const lanes = new Map(names);
  const known = new Set<string>();
  for (const entry of told) {
    if (entry.who === 'server' || known.has(entry.who)) continue;
    const peer = ufragsIn(ownDescription(entry))
      .map((ufrag) => peers.get(ufrag))
      .find(Boolean);
    if (peer === undefined) continue;
    lanes.set(entry.who, peer);
    known.add(entry.who);
  }
  return lanes;
}

/** What the pages did, in the lanes of whom they are. */
export const inLanes = (told: readonly Witnessed[], lanes: PageLanes): readonly Witnessed[] =>
  lanes.size === 0 ? told : told.map((entry) => ({ ...entry, who: lanes.get(entry.who) ?? entry.who }));

/** What a page set as its own: handed to setLocalDescription, or made by it. */
function ownDescription({ what, name, body }: Witnessed): unknown {
  if (what === 'call' && name === 'setLocalDescription') return (body as unknown[] | undefined)?.[0];
  if (what === 'event' && name === 'signalingstatechange')
    return (body as { localDescription?: unknown } | undefined)?.localDescription;
  return undefined;
}

function ufragsIn(description: unknown): string[] {
  const { sdp } = (description ?? {}) as { sdp?: unknown };
  if (typeof sdp !== 'string') return [];
  return [...sdp.matchAll(/^a=ice-ufrag:(\S+)/gm)].map(([, ufrag]) => ufrag!);
}
