import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, test } from 'vitest';
import { hostNames, inUrl, lanAddresses } from './addresses.ts';

const at = (address: string, internal = false) =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo;

describe('the addresses at which others find this machine', () => {
  test.each([
    ['none without a network', { lo: [at('127.0.0.1', true), at('::1', true)] }, []],
    ['IPv4 in front of IPv6', { en0: [at('fd00::2'), at('192.168.1.5')] }, ['192.168.1.5', 'fd00::2']],
    ['no link-local ones', { en0: [at('fe80::1'), at('169.254.3.4'), at('10.0.0.7')] }, ['10.0.0.7']],
    ['bridges last', { docker0: [at('172.17.0.1')], wlan0: [at('10.0.0.7')] }, ['10.0.0.7', '172.17.0.1']],
    ['each once', { en0: [at('10.0.0.7')], en1: [at('10.0.0.7')] }, ['10.0.0.7']],
  ])('%s', (_, interfaces, addresses) => {
    expect(lanAddresses(interfaces)).toEqual(addresses);
  });
});

describe('the names of this machine', () => {
  test.each([
    ['Laptop', ['laptop', 'laptop.local']],
    ['laptop.local', ['laptop.local']],
    ['laptop.example.org', ['laptop.example.org']],
    ['localhost', []],
    ["Ana's laptop", []],
  ])('%s', (hostname, names) => {
    expect(hostNames(hostname)).toEqual(names);
  });
});

test('only an IPv6 address needs brackets in a URL', () => {
  expect(['localhost', '10.0.0.7', 'fd00::2'].map(inUrl)).toEqual(['localhost', '10.0.0.7', '[fd00::2]']);
});
