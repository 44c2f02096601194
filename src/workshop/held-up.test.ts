import { expect, test } from 'vitest';
import type { Entry } from '../../protocol/entry.ts';
import { type HeldUp, heldUpAfter, sayHeldUp, waits } from './held-up.ts';

const event = (name: string, body?: object) =>
  ({ id: 'alice:1', seq: 1, at: 1, who: 'alice', what: 'event', name, body }) as Entry;
function after(...entries: Entry[]) {
  const heldUp = entries.reduce<HeldUp>((before, entry) => heldUpAfter(before, entry, 'alice'), {
    yours: false,
    forYou: false,
  });
  return waits(heldUp) ? sayHeldUp(heldUp, 'Cyd') : '';
}

test('who plays the server is named for as long as something waits with them', () => {
  const mine = event('heldUp', { yours: true, forYou: false });
  expect(after(mine, event('peerJoined'))).toBe('What you said waits with Cyd, the server.');
  expect(after(mine, { ...event('heldUp', { yours: false, forYou: true }), who: 'bob' })).toMatch(/^What you said/);
  expect(after(mine, event('heldUp', { yours: true, forYou: true }))).toMatch(/^What you two said/);
  expect(after(event('heldUp', { yours: false, forYou: true }))).toMatch(/^Something for you/);
  for (const entry of [event('heldUp', { yours: false, forYou: false }), event('connectionLost')])
    expect(after(mine, entry)).toBe('');
});
