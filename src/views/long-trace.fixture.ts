import type { Entry } from '../../protocol/entry.ts';

/** A call that goes on and on: a chat by data channel, now and then negotiated anew, with candidates through a server. */
export function longTrace(length: number): Entry[] {
  const entries: Entry[] = [];
  const counts: Record<string, number> = {};
  const note = (who: string, what: Entry['what'], name: string, rest: Partial<Entry> = {}) => {
    const id = `${who}:${(counts[who] = (counts[who] ?? 0) + 1)}`;
    entries.push({ id, seq: entries.length, at: entries.length * 0.7, who, what, name, ...rest });
    return id;
  };
  for (let turn = 1; entries.length < length; turn++) {
    const [who, other] = turn % 2 ? ['alice', 'bob'] : ['bob', 'alice'];
    const chat = { on: 'chat', mail: `channel:chat:${who}:${turn}`, body: { bytes: 7, preview: `turn ${turn}` } };
    const of = note(who, 'call', 'send', { on: 'chat', body: [chat.body] });
    note(who, 'return', 'send', { on: 'chat', of });
    note(who, 'sent', 'message', chat);
    note(other, 'received', 'message', chat);
    if (turn % 5) continue;
    note(who, 'state', 'signaling', { on: 'pc1', body: turn % 10 ? 'have-local-offer' : 'stable' });
    note(who, 'event', 'icecandidate', { on: 'pc1', body: null });
    note(who, 'sent', 'candidate', { mail: `candidate:${turn}`, body: null });
    note('server', 'held', 'candidate', { mail: `candidate:${turn}` });
    note(other, 'received', 'candidate', { mail: `candidate:${turn}`, body: null });
  }
  return entries.slice(0, length);
}

/** The same as it comes to alice's page: what the others did is told there later. */
export function late(entries: readonly Entry[], byMs: number): Entry[] {
  const comes = ({ who, at }: Entry) => (who === 'alice' ? at : at + byMs);
  return entries.toSorted((one, other) => comes(one) - comes(other)).map((entry, seq) => ({ ...entry, seq }));
}
