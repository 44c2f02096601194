import { expect, test } from 'vitest';
import { networkOf } from './network-of.ts';

test.each([
  ['192.168.1.7', '192.168.1.7', true],
  ['192.168.1.7', '192.168.1.8', false],
  ['192.168.1.7', '::ffff:192.168.1.7', true],
  ['::ffff:192.168.1.7', '::ffff:192.168.1.8', false],
  ['2001:db8:0:1::7', '2001:db8:0:1:ffff::8', true],
  ['2001:db8:0:1::7', '2001:db8:0:2::7', false],
  ['fe80::1%eth0', 'fe80::2%eth1', true],
])('%s and %s count as one: %s', (one, other, same) => {
  expect(networkOf(one) === networkOf(other)).toBe(same);
});
