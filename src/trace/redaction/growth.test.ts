import { expect, test } from 'vitest';
import type { Entry } from '../../../protocol/entry.ts';
import { redact } from '../redact.ts';

const said = (body: string): Entry[] => [{ id: 'bob:1', seq: 0, at: 0, who: 'bob', what: 'note', name: 'said', body }];

/** How long the processor is busy with a text, whatever else the machine does: the least of a few times. */
function effort(text: string): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    redact(said(text));
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

const small = 10_000;
const times = 8;
const harmless = effort('nothing to hide, '.repeat(small / 17));

const texts: Record<string, (length: number) => string> = {
  ...Object.fromEntries(
    [
      'candidate:',
      'candidate:1 1 udp 1 ',
      '/',
      '-',
      'turn:',
      'turn:a:',
      '://a:',
      '.',
      '1.',
      ':',
      'ab:',
      '.local',
      '%25',
    ].map((unit) => [unit, (length: number) => unit.repeat(length / unit.length)]),
  ),
  'dots between digits': (length) => `1${'.'.repeat(length)}1`,
  'dots before a letter': (length) => `1${'.'.repeat(length)}x`,
  'nothing but addresses': (length) => '192.168.0.1%20'.repeat(length / 14),
};

// What grows with the square of its length takes 64 times as much.
for (const [name, ofLength] of Object.entries(texts)) {
  test(`${times} times as much of ${JSON.stringify(name)} takes about ${times} times as long`, () => {
    const [short, long] = [effort(ofLength(small)), effort(ofLength(times * small))];
    expect(long / Math.max(short, harmless)).toBeLessThan(3 * times);
  });
}
