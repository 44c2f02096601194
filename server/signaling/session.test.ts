import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { candidateOf, described, inOneLine } from '../../protocol/exchange.fixture.ts';
import { limits } from '../../protocol/limits.ts';
import { hello, type NumberedNews, type Request } from '../../protocol/messages.ts';
import type { Reply } from '../../protocol/refusal.ts';
import type { Granted } from '../../protocol/room.ts';
import { openRooms } from './rooms.ts';
import { enter } from './session.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Rooms with no network at all: what is told ends up in a list, and how much of it is unread is up to the test. */
function openHouse() {
  const rooms = openRooms(randomBytes(32));
  return (name: string, more: object = {}) => {
    const told: NumberedNews[] = [];
    const line = { unread: 0, isDropped: false };
    const entered = enter(rooms, hello.parse({ name, room: 'maths', ...more }), {
      address: '127.0.0.1',
      tell: (news) => void told.push(news),
      unread: () => line.unread,
      drop: () => void (line.isDropped = true),
    });
    if ('refusal' in entered) throw new Error(entered.sentence);
    const { session } = entered;
    return {
      ...session,
      line,
      heard: () => told.map(({ news }) => inOneLine(news)),
      says(request: Request) {
        let reply: Reply<Granted> | undefined;
        session.ask(request, true, (answer) => void (reply = answer));
        return reply;
      },
    };
  };
}

const offer: Request = { what: 'offer', description: described('offer') };

describe('the grace time', () => {
  test('is over for whoever does not come back, and for nobody else', () => {
    const join = openHouse();
    const [alice, bob] = [join('alice'), join('bob', { seat: '' })];
    bob.lost();
    vi.advanceTimersByTime(limits.graceMs - 1);
    expect(alice.heard()).toEqual(['peerJoined bob']);
    vi.advanceTimersByTime(1);
    expect(alice.heard()).toEqual(['peerJoined bob', 'peerLeft bob']);
  });

  test('begins again with each loss', () => {
    const join = openHouse();
    const alice = join('alice');
    let bob = join('bob', { seat: '' });
    for (let n = 0; n < 3; n++) {
      bob.lost();
      vi.advanceTimersByTime(limits.graceMs - 1);
      bob = join('bob', { seat: bob.token, heard: 0 });
      expect(bob.welcome.resumed).toBe(true);
    }
    vi.advanceTimersByTime(10 * limits.graceMs);
    expect(alice.heard()).toEqual(['peerJoined bob']);
  });

  test('does not begin before the last tab is closed', () => {
    const join = openHouse();
    const alice = join('alice');
    const first = join('bob', { seat: '' });
    const second = join('bob', { seat: first.token });
    first.lost();
    vi.advanceTimersByTime(10 * limits.graceMs);
    expect(alice.heard()).toEqual(['peerJoined bob']);
    second.lost();
    vi.advanceTimersByTime(limits.graceMs);
    expect(alice.heard()).toEqual(['peerJoined bob', 'peerLeft bob']);
  });

  test('is not waited for by those who have no seat to come back to', () => {
    const join = openHouse();
    const [alice, bob] = [join('alice'), join('bob')];
    expect(bob.token).toBeUndefined();
    bob.lost();
    bob.lost();
    expect(alice.heard()).toEqual(['peerJoined bob', 'peerLeft bob']);
  });
});

describe('whoever does not read', () => {
  test('is let go, is told nothing with a hole in it, and catches up', () => {
    const join = openHouse();
    const [alice, bob] = [join('alice'), join('bob', { seat: '' })];
    alice.says(offer);
    bob.line.unread = limits.unread + 1;
    alice.says(offer);
    expect(bob.line.isDropped).toBe(true);
    bob.line.unread = 0;
    alice.says(offer);
    expect(bob.heard()).toHaveLength(1);
    bob.lost();
    const back = join('bob', { seat: bob.token, heard: 1 });
    expect(back.welcome).toMatchObject({ resumed: true, missed: [{ nr: 2 }, { nr: 3 }] });
  });

  test('is let go when they only ask', () => {
    const join = openHouse();
    const eve = join('eve');
    eve.line.unread = limits.unread + 1;
    expect(eve.says(offer)).toBeUndefined();
    expect(eve.line.isDropped).toBe(true);
  });
});

describe('whoever asks too fast', () => {
  test('is told to wait, and is heard after that', () => {
    const join = openHouse();
    const eve = join('eve');
    const ask = () => eve.says({ what: 'candidate', candidate: candidateOf('1') });
    for (let n = 0; n < limits.messages.atOnce; n++) ask();
    expect(ask()).toMatchObject({ ok: false, refusal: { reason: 'too-fast', waitMs: 20 } });
    expect(eve.line.isDropped).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(ask()).not.toMatchObject({ refusal: { reason: 'too-fast' } });
  });

  test('and goes on is let go', () => {
    const eve = openHouse()('eve');
    for (let n = 0; n <= 2 * limits.messages.atOnce; n++) eve.says(offer);
    expect(eve.line.isDropped).toBe(true);
  });
});

test('one who is let go in the middle of the news leaves the others’ news in order', () => {
  const join = openHouse();
  const alice = join('alice');
  const [bob, carol] = [join('bob'), join('carol')];
  bob.line.unread = limits.unread + 1;
  // A transport may find out at once that the connection is gone: a new input in the middle of a step.
  Object.defineProperty(bob.line, 'isDropped', { set: () => bob.lost() });
  alice.says(offer);
  expect(carol.heard()).toEqual([expect.stringMatching(/^offer /), 'peerLeft bob']);
});

test('a message has the id that its sender gave it, and else one of ours', () => {
  const join = openHouse();
  const [alice, bob] = [join('alice'), join('bob')];
  alice.says({ ...offer, mail: 'mine' });
  alice.says(offer);
  alice.says(offer);
  const [first, ...others] = bob.heard();
  expect(first).toBe(`offer ${alice.welcome.you.seat}:mine`);
  expect(new Set(others).size).toBe(2);
});
