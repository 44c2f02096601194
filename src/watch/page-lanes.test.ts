import { expect, test } from 'vitest';
import type { Witnessed } from '../../protocol/witness.ts';
import { inLanes, pageLanes } from './page-lanes.ts';

const alice = { seat: 'a', name: 'alice' };
const sdp = (ufrag: string) => `v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=ice-ufrag:${ufrag}\r\n`;
const offer = (ufrag: string) => ({ type: 'offer', sdp: sdp(ufrag) });
const of = (who: string, what: Witnessed['what'], name: string, body?: unknown): Witnessed => ({
  id: `${who}:1`,
  at: 1,
  who,
  what,
  name,
  body,
});
const received = of('server', 'received', 'offer', { from: alice, description: offer('hers') });
const named = new Map([['p1', 'call.html']]);

test.each<[string, Witnessed]>([
  ['what it handed to setLocalDescription', of('p1', 'call', 'setLocalDescription', [offer('hers')])],
  ['what its browser made', of('p1', 'event', 'signalingstatechange', { localDescription: offer('hers') })],
])('a page is the peer whose description it set: %s', (_, entry) => {
  expect(pageLanes([entry, received], named)).toEqual(new Map([['p1', 'alice']]));
});

test.each<[string, Witnessed]>([
  ['set another description', of('p1', 'call', 'setLocalDescription', [offer('its own')])],
  ['was given that of somebody else', of('p1', 'call', 'setRemoteDescription', [offer('hers')])],
  ['set nothing in particular', of('p1', 'call', 'setLocalDescription')],
  ['set nonsense', of('p1', 'call', 'setLocalDescription', [7])],
])('a page stands for itself that %s', (_, entry) => {
  expect(pageLanes([entry, received], named)).toEqual(named);
});

test('one page that was loaded twice is each time who it was then', () => {
  const bob = { seat: 'b', name: 'bob' };
  const told = [
    of('p1', 'call', 'setLocalDescription', [offer('hers')]),
    received,
    of('p2', 'call', 'setLocalDescription', [offer('his')]),
    of('server', 'received', 'answer', { from: bob, description: offer('his') }),
  ];
  const lanes = pageLanes(told, new Map([...named, ['p2', 'call.html']]));
  expect(inLanes(told, lanes).map(({ who }) => who)).toEqual(['alice', 'server', 'bob', 'server']);
});
