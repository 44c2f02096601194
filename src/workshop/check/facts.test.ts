import { expect, test } from 'vitest';
import { type Facts, findings, noFacts, summary } from './facts.ts';

const told = {
  from: 'http://192.0.2.7:8181',
  isSecure: true,
  isGenuine: true,
  hasSocket: true,
  udp: 'answers',
} as const;
const fine: Facts = { met: true, gone: false, told, all: 'yes', names: 'yes' };
const room = { port: '8181' };
const verdicts = (facts: Facts) => findings(facts, room).map(({ verdict }) => verdict);
const whole = (facts: Facts) => summary(findings(facts, room)).verdict;

test('before anybody has come nothing is claimed', () => {
  expect(new Set(verdicts(noFacts).slice(0, -1))).toEqual(new Set(['waiting']));
  expect(whole(noFacts)).toBe('waiting');
});

test('a class can come where nothing is in the way', () => {
  expect(whole(fine)).toBe('good');
  expect(whole({ ...fine, told: { ...told, isSecure: false } })).toBe('note');
});

test.each<[string, Facts, RegExp, 'bad' | 'note']>([
  ['a captive portal', { ...fine, told: { ...told, isGenuine: false } }, /captive portal/, 'bad'],
  ['a filter', { ...fine, told: { ...told, hasSocket: false } }, /No WebSocket/, 'note'],
  ['a closed UDP port', { ...fine, told: { ...told, udp: 'silent' } }, /UDP port 8181 .* does not answer/, 'bad'],
  ['a UDP port that is taken', { ...fine, told: { ...told, udp: 'none' } }, /another program/, 'note'],
  ['client isolation', { ...fine, all: 'no', names: 'no' }, /client isolation/, 'bad'],
  ['no multicast, and a server that helps', { ...fine, names: 'no' }, /made up for it/, 'note'],
])('%s is told, with its remedy', (_, facts, says, verdict) => {
  expect(whole(facts)).toBe(verdict);
  expect(findings(facts, room).find((finding) => says.test(finding.says))).toMatchObject({
    verdict,
    remedy: expect.stringMatching(/./),
  });
});
