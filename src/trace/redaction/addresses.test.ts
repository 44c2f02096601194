import { expect, test } from 'vitest';
import { addressKind, findAddresses } from './addresses.ts';

const found = (text: string) =>
  findAddresses(text)
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);

test.each([
  ['from 192.168.0.1.', ['ipv4 192.168.0.1']],
  ['…10.0.0.1…', ['ipv4 10.0.0.1']],
  ['...10.0.0.1...', ['ipv4 10.0.0.1']],
  ['10.0.0.1:5000', ['ipv4 10.0.0.1']],
  ['udp/010.000.000.001', ['ipv4 010.000.000.001']],
  ['RTCIceCandidate_10.0.0.1_5', ['ipv4 10.0.0.1']],
  ['ip10.0.0.1', ['ipv4 10.0.0.1']],
  ['[fe80::1]:5000', ['ipv6 fe80::1']],
  ['raddr fe80::1%eth0 rport', ['ipv6 fe80::1%eth0']],
  ['address:fe80::1', ['ipv6 fe80::1']],
  ['at 2A02:8071:0:0:0:0:0:1, then', ['ipv6 2A02:8071:0:0:0:0:0:1']],
  ['1:2:3:4:5:6:7:8:5000', ['ipv6 1:2:3:4:5:6:7:8']],
  ['It is fe80::1.', ['ipv6 fe80::1']],
  ['id_fe80::a:1', ['ipv6 fe80::a:1']],
  ['xfe80::a:1', ['ipv6 fe80::a:1']],
  ['f3b1c2d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d.local', ['mdns f3b1c2d4-5e6f-4a7b-8c9d-0e1f2a3b4c5d.local']],
  ['Zoës-MacBook.local:80', ['mdns Zoës-MacBook.local']],
])('%s: an address', (text, addresses) => {
  expect(found(text)).toEqual(addresses);
});

test('an IPv4 address in an IPv6 address is found as both, and the longer one counts', () => {
  expect(found('::ffff:10.0.0.1')).toContain('ipv6 ::ffff:10.0.0.1');
  expect(addressKind('64:ff9b::10.0.0.1')).toBe('ipv6');
});

test.each([
  'Chrome/156.0.0.0 Safari/537.36',
  'at 12:34:56.789',
  '2031-05-04T10:00:00.000Z',
  'version 1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  'sha-256 08:DA:EC:53',
  '02:42:ac:11:00:02',
  'MediaStream::clone',
  'pc.localDescription',
  '.local',
  'a=rtcp-fb:96 nack pli',
])('%s: none', (text) => {
  expect(found(text)).toEqual([]);
});
