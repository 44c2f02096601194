import type { Entry } from '../../protocol/entry.ts';

type Fact = Partial<Entry> & Pick<Entry, 'what' | 'name'>;

const entries: Entry[] = [];
const counts: Record<string, number> = {};

function note(who: string, at: number, fact: Fact): string {
  const id = `${who}:${(counts[who] = (counts[who] ?? 0) + 1)}`;
  entries.push({ id, seq: entries.length, at, who, ...fact });
  return id;
}

const sdp = 'v=0\r\ns=-\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n';
const offer = { type: 'offer', sdp };
const answer = { type: 'answer', sdp };
const candidate = (port: number) => ({
  candidate: `candidate:1 1 udp 2122 192.0.2.7 ${port} typ host`,
  sdpMid: '0',
  sdpMLineIndex: 0,
});
const machines = ['signaling', 'gathering', 'ice', 'connection'];

const step = (who: string, at: number, name: string) =>
  note(who, at, { what: 'step', name, body: { step: String(Number.parseInt(name, 10)), is: 'running' } });
const state = (who: string, at: number, name: string, body: string) =>
  note(who, at, { what: 'state', name, on: 'pc1', body });

function call(who: string, at: number, name: string, body: unknown[], took: number, came: Partial<Entry> = {}) {
  const line = ['src/labs/tasklist/caller.ts', 30 + entries.length] as const;
  const of = note(who, at, { what: 'call', name, on: 'pc1', body, line });
  note(who, at + took, { what: 'return', name, on: 'pc1', of, ...came });
}

function begin(who: string, at: number) {
  call(who, at, 'new RTCPeerConnection', [], 0.2, { body: { on: 'pc1' } });
  for (const name of machines) state(who, at + 0.3, name, name === 'signaling' ? 'stable' : 'new');
}

/** Says something to the server, which keeps it. */
function leave(who: string, at: number, name: string, body: unknown) {
  const mail = `${name}:${entries.length}`;
  note(who, at, { what: 'sent', name, mail, body });
  note('server', at + 2, { what: 'received', name, mail, body: { from: who, description: body } });
  note('server', at + 2, { what: 'held', name, mail });
  return mail;
}

/** The server hands on what it kept. */
function fetch(who: string, at: number, name: string, mail: string, body: unknown) {
  note('server', at, { what: 'sent', name, mail, body: { to: who } });
  note(who, at + 3, { what: 'received', name, mail, body });
}

const refusal = (message: string) => ({ what: 'throw' as const, body: { name: 'InvalidStateError', message } });

step('alice', 0, '2 · new RTCPeerConnection');
begin('alice', 1);
step('alice', 2, '5 · createOffer');
call('alice', 3, 'createOffer', [], 4, { body: offer });
step('alice', 8, '6 · setLocalDescription');
call('alice', 9, 'setLocalDescription', [offer], 6);
note('alice', 15, { what: 'event', name: 'signalingstatechange', on: 'pc1' });
state('alice', 15, 'signaling', 'have-local-offer');
step('alice', 16, '8 · emit the offer');
const theOffer = leave('alice', 17, 'offer', offer);
state('alice', 18, 'gathering', 'gathering');
const early = [50_001, 50_002, 50_003].map((port) => {
  note('alice', port - 49_981, { what: 'event', name: 'icecandidate', on: 'pc1', body: candidate(port) });
  return { port, mail: leave('alice', port - 49_981, 'candidate', candidate(port)) };
});
note('alice', 30, { what: 'sent', name: 'candidate', mail: 'lost', body: candidate(50_004) });
step('bob', 3_000, '10 · Bob connects');
begin('bob', 3_001);
step('bob', 3_010, '15 · createAnswer, too early');
call('bob', 3_011, 'createAnswer', [], 1, refusal('PeerConnection cannot create an answer without an offer.'));
call('bob', 3_013, 'setLocalDescription', [answer], 1, refusal('Called in wrong state: stable'));
step('bob', 3_020, '17 · setRemoteDescription');
fetch('bob', 3_021, 'offer', theOffer, offer);
call('bob', 3_025, 'setRemoteDescription', [offer], 8);
state('bob', 3_033, 'signaling', 'have-remote-offer');
note('bob', 3_034, { what: 'event', name: 'track', on: 'pc1', body: { track: { track: 'v', kind: 'video' } } });
for (const { port, mail } of early) {
  fetch('bob', port - 46_960, 'candidate', mail, candidate(port));
  call('bob', port - 46_957, 'addIceCandidate', [candidate(port)], 0.4);
}
call('bob', 3_060, 'createAnswer', [], 3, { body: answer });
call('bob', 3_064, 'setLocalDescription', [answer], 5);
state('bob', 3_069, 'signaling', 'stable');
fetch('alice', 3_075, 'answer', leave('bob', 3_070, 'answer', answer), answer);
call('alice', 3_080, 'setRemoteDescription', [answer], 5);
state('alice', 3_085, 'signaling', 'stable');
const refused = leave('alice', 3_086, 'offer', offer);
note('server', 3_090, { what: 'refused', name: 'offer', mail: refused, body: { sentence: 'The room is closed.' } });
note('alice', 3_100, { what: 'call', name: 'createOffer', on: 'pc1', body: [] });

/** A call by way of the server: held, waited for, tried too early, refused, one message lost and one call unanswered. */
export const heldCall: readonly Entry[] = entries
  .toSorted((a, b) => a.at - b.at)
  .map((entry, seq) => ({ ...entry, seq }));
