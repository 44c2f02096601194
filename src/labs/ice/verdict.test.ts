import { expect, test } from 'vitest';
import { readServers, writeServers } from './servers.ts';
import { type Situation, verdict } from './verdict.ts';

const host = 'candidate:1 1 udp 2122260223 192.0.2.5 5000 typ host';
const named = 'candidate:1 1 udp 2122260223 8a0c.local 5000 typ host';
const srflx = (port: number, own = 5000) =>
  `candidate:2 1 udp 1685987071 203.0.113.7 ${port} typ srflx raddr 192.0.2.5 rport ${own}`;
const relay = 'candidate:3 1 udp 41885439 198.51.100.3 6000 typ relay raddr 203.0.113.7 rport 5000';

const tcp = 'candidate:4 1 tcp 1518280447 192.0.2.5 9 typ host tcptype active';

const usual: Situation = {
  found: [host],
  errors: [],
  urls: ['stun:a'],
  relayOnly: false,
  tcpOnly: false,
  gathering: 'complete',
  connection: 'connected',
  late: false,
};

test.each<[string, Partial<Situation>, string, string?]>([
  ['no NAT', {}, 'no NAT lies between you and that server.', 'No STUN server answered'],
  ['no NAT on any way', { urls: ['stun:a', 'stun:b'] }, 'no NAT lies between you and those servers.'],
  [
    'a way from here to there',
    { won: ['host', 'prflx'] },
    'a host candidate of Alice’s and a prflx candidate of Bob’s: nobody carries',
  ],
  ['a way through a relay', { won: ['host', 'relay'] }, 'everything goes through the TURN server', 'nobody carries'],
  ['a NAT', { found: [host, srflx(5000)] }, 'a NAT, has changed it', 'no NAT lies'],
  ['hidden addresses', { found: [named, srflx(5000, 0)] }, 'hidden behind names', 'a NAT, has changed'],
  ['a port for each', { found: [host, srflx(5001), srflx(5002)] }, 'Two servers saw two ports'],
  ['two ports of two sockets', { found: [host, srflx(1, 1), srflx(2, 2)] }, 'a NAT', 'Two servers'],
  ['a dead server', { errors: [{ errorCode: 701, url: 'stun:a' }] }, 'No STUN server answered'],
  ['a server that never answers', { gathering: 'gathering', late: true }, 'No STUN server answered'],
  ['one that was cut short by a way', { late: true }, 'No STUN server answered', 'no NAT'],
  ['one that may still answer', { gathering: 'gathering' }, 'A way was found', 'No STUN server answered'],
  ['a relay', { found: [host, relay], urls: ['turn:a'] }, 'A relay took you in', 'No relay'],
  [
    'a wrong password',
    { urls: ['turn:a'], errors: [{ errorCode: 401, url: 'turn:a' }], gathering: 'gathering', late: true },
    'refused the user name and password',
    'does not say why',
  ],
  ['silence', { urls: ['turn:a'], gathering: 'gathering', late: true }, 'the browser does not say why'],
  [
    'relay only, and none',
    { urls: ['turn:a'], found: [], relayOnly: true, late: true, gathering: 'new', connection: 'new' },
    'nobody can reach you',
    'Looking for a way',
  ],
  ['a server at a loopback address', { urls: ['stun:localhost:8181'] }, 'localhost is this very machine'],
  ['a server that counts', { answered: 2 }, 'has answered 2 questions since'],
  ['TCP alone', { tcpOnly: true, found: [host, tcp], connection: 'new' }, 'One candidate over TCP', 'Looking'],
  ['TCP alone, of which there is none', { tcpOnly: true, connection: 'new' }, 'no candidate over TCP'],
  ['TCP alone, and hidden addresses', { tcpOnly: true, found: [named] }, 'TCP while your own addresses are hidden'],
  ['no relay named', {}, 'No relay was named'],
])('%s', (_, situation, says, never) => {
  const told = verdict({ ...usual, ...situation }).join(' ');
  expect(told).toContain(says);
  if (never) expect(told).not.toContain(never);
});

test('servers are written one a line and read again', () => {
  const servers = [{ urls: 'stun:a:1' }, { urls: 'turn:b?transport=tcp', username: 'alice', credential: 's3cret' }];
  expect(readServers(writeServers(servers))).toEqual(servers);
  expect(readServers('  stun:a:1 \n\n turn:b  alice\n')).toEqual([
    { urls: 'stun:a:1' },
    { urls: 'turn:b', username: 'alice' },
  ]);
});
