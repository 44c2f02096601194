import { expect, test } from 'vitest';
import { explain, type Refusal, refuse } from './refusal.ts';

const all: Refusal[] = [
  { reason: 'malformed', message: 'newOffer', where: ['sdp', 'type'] },
  { reason: 'malformed', message: 'newOffer', where: [] },
  { reason: 'unknown-message', message: 'newOfer', meant: 'newOffer' },
  { reason: 'unknown-message', message: 'zzz' },
  { reason: 'no-room' },
  { reason: 'wrong-password' },
  { reason: 'room-full' },
  { reason: 'house-full' },
  { reason: 'too-fast', waitMs: 1 },
  { reason: 'not-here' },
  { reason: 'wrong-type', wanted: 'offer', got: 'answer' },
  { reason: 'foreign-id', wanted: 'alice:' },
  { reason: 'id-taken', offer: 'alice:1' },
  { reason: 'no-such-peer', seat: 'bob' },
  { reason: 'no-such-offer', offer: 'alice:1' },
  { reason: 'no-such-offer', caller: 'alice' },
  { reason: 'own-offer' },
  { reason: 'already-answered', by: 'bob' },
  { reason: 'crossed', by: 'alice' },
  { reason: 'not-yours' },
  { reason: 'too-many-offers' },
  { reason: 'too-many-candidates' },
  { reason: 'server-error' },
];

test.each(all)('$reason is said in whole sentences', (refusal) => {
  expect(explain(refusal)).toMatch(/^[A-Z].*[.?]$/);
  expect(explain(refusal)).not.toMatch(/undefined|null|NaN|\s\s/);
});

test('a refusal travels with its sentence', () => {
  expect(refuse({ reason: 'too-fast', waitMs: 1200 })).toEqual({
    ok: false,
    refusal: { reason: 'too-fast', waitMs: 1200 },
    sentence: 'That was too much at once. Wait 2 s, and look for a loop that sends without end.',
  });
});
