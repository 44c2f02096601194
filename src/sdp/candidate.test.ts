import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { putTogether, readCandidate, takeApart } from './candidate.ts';

const line = 'candidate:3429587017 1 udp 2122194687 192.0.2.2 49070 typ srflx raddr 10.0.0.5 rport 49070 ufrag geoI';

test.each([line, `a=${line}`, line.replace('candidate:', '')])('%s is read', (text) => {
  expect(readCandidate(text)).toEqual({
    foundation: '3429587017',
    component: '1',
    transport: 'udp',
    priority: 2122194687,
    address: '192.0.2.2',
    port: '49070',
    type: 'srflx',
    rest: [
      ['raddr', '10.0.0.5'],
      ['rport', '49070'],
      ['ufrag', 'geoI'],
    ],
  });
});

test.each(['', 'candidate:', 'candidate:1 1 udp x 192.0.2.2 9 typ host', 'candidate:1 1 udp 5 192.0.2.2 9'])(
  '%j is no candidate',
  (text) => {
    expect(readCandidate(text)).toBeUndefined();
  },
);

// What both browsers write for a host candidate: 126 is what RFC 8445 recommends for the type.
test.each([
  [2122194687, { typePreference: 126, localPreference: 32286, component: 1 }],
  [2122252543, { typePreference: 126, localPreference: 32512, component: 1 }],
])('%i taken apart', (priority, apart) => {
  expect(takeApart(priority)).toEqual(apart);
});

test('a priority that was taken apart can be put together', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (priority) => {
      expect(putTogether(takeApart(priority))).toBe(priority);
    }),
  );
});
