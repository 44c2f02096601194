import fc from 'fast-check';
import type { Entry } from '../../protocol/entry.ts';

type Deed = Pick<Entry, 'what' | 'name'> & { who: string; after: number; delays: [number, number]; way: Way };
type Way = 'direct' | 'held' | 'witnessed' | 'lost' | 'refused';

const deeds = fc.array(
  fc.record<Deed>({
    who: fc.constantFrom('alice', 'bob'),
    what: fc.constantFrom('call', 'event', 'state', 'sent', 'sent', 'step'),
    name: fc.constantFrom('createOffer', 'addIceCandidate', 'icecandidate', 'candidate', 'offer', 'signaling'),
    after: fc.nat(20),
    delays: fc.tuple(fc.nat(30), fc.nat(200)),
    way: fc.constantFrom('direct', 'held', 'witnessed', 'lost', 'refused'),
  }),
  { maxLength: 60 },
);

const noted = (who: string, what: Entry['what'], name: string, at: number, rest: Partial<Entry> = {}) => ({
  who,
  what,
  name,
  at,
  ...rest,
});

/** What happened, in the order in which it happened. */
function happened(list: readonly Deed[]) {
  let now = 0;
  const facts = list.flatMap(({ who, what, name, after, delays: [first, second], way }, index) => {
    now += after;
    const mail = `m${index}`;
    const other = who === 'alice' ? 'bob' : 'alice';
    if (what === 'call') {
      const of = `call${index}`;
      const outcome = first % 3 ? 'return' : 'throw';
      return [noted(who, what, name, now, { of }), noted(who, outcome, name, now + first, { of })];
    }
    if (what === 'state') return [noted(who, what, name, now, { on: 'pc1', body: `state ${first % 4}` })];
    if (what !== 'sent') return [noted(who, what, name, now)];
    const sent = noted(who, 'sent', name, now, { mail });
    if (way === 'lost') return [sent];
    if (way === 'direct') return [sent, noted(other, 'received', name, now + first, { mail })];
    if (way === 'refused') return [sent, noted('server', 'refused', name, now + first, { mail })];
    const held = noted('server', 'held', name, now + first, { mail });
    // The server of this house says all that it does with a message.
    const taken = noted('server', 'received', name, now + first, { mail });
    const passedOn = noted('server', 'sent', name, now + first + second, { mail });
    const arrived = noted(other, 'received', name, now + first + second + 3, { mail });
    if (way === 'witnessed') return [sent, taken, held, passedOn, arrived];
    return [sent, held, noted(other, 'received', name, now + first + second, { mail })];
  });
  return facts.toSorted((a, b) => a.at - b.at);
}

/** The trace as a page would hold it: numbered by actor, and in the order in which it came to this page. */
function arrived(facts: ReturnType<typeof happened>, lateness: readonly number[], skew: Record<string, number>) {
  const counts = new Map<string, number>();
  const calls = new Map<string, string>();
  const named = facts.map(({ of, ...fact }) => {
    const number = (counts.get(fact.who) ?? 0) + 1;
    counts.set(fact.who, number);
    const id = `${fact.who}:${number}`;
    if (fact.what === 'call') calls.set(of!, id);
    const call = fact.what !== 'call' && of !== undefined ? { of: calls.get(of)! } : {};
    return { ...fact, ...call, id };
  });
  // Each actor's entries keep their order; how late they come differs, and only grows within one actor's.
  const latest: Record<string, number> = {};
  return named
    .map((fact, index) => {
      const comes = Math.max(
        latest[fact.who] ?? 0,
        fact.at + (fact.who === 'alice' ? 0 : lateness[index % lateness.length]!),
      );
      latest[fact.who] = comes;
      return { fact, comes };
    })
    .toSorted((a, b) => a.comes - b.comes)
    .map(({ fact }, seq): Entry => ({ ...fact, seq, at: fact.at + (skew[fact.who] ?? 0) }));
}

/** Traces of a call as they may be held by alice's page: others' entries come late, and clocks disagree. */
export const traces = fc
  .record({
    deeds,
    lateness: fc.array(fc.nat(300), { minLength: 1, maxLength: 9 }),
    skew: fc.record({ bob: fc.integer({ min: -100, max: 100 }), server: fc.integer({ min: -100, max: 100 }) }),
  })
  .map(({ deeds, lateness, skew }) => arrived(happened(deeds), lateness, skew));
