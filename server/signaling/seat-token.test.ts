import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { lockFor, readSeat, signSeat } from './seat-token.ts';

const key = randomBytes(32);
const claim = { room: 'lobby', seat: 'a1', name: 'Zoë "the" 👩🏽‍🚀', epoch: 3 };

test('a token says what was signed', () => {
  expect(readSeat(key, signSeat(key, claim))).toEqual(claim);
});

test('no other key reads it', () => {
  expect(readSeat(randomBytes(32), signSeat(key, claim))).toBeUndefined();
});

test('nothing in it can be changed', () => {
  const token = signSeat(key, claim);
  for (let at = 0; at < token.length; at++) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'Q' : 'A') + token.slice(at + 1);
    // The last letter of each half has bits that mean nothing.
    const read = readSeat(key, changed);
    if (read) expect(read).toEqual(claim);
  }
  expect(readSeat(key, '')).toBeUndefined();
  expect(readSeat(key, '.')).toBeUndefined();
});

describe('a lock', () => {
  test('is the same for the same password, and another for every other room, password and server', () => {
    const lock = lockFor(key, 'maths', 'secret');
    expect(lockFor(key, 'maths', 'secret')).toBe(lock);
    for (const other of [
      lockFor(key, 'maths', 'Secret'),
      lockFor(key, 'physics', 'secret'),
      lockFor(key, 'mathss', 'ecret'),
      lockFor(randomBytes(32), 'maths', 'secret'),
    ])
      expect(other).not.toBe(lock);
  });

  test('is no token, nor the other way round', () => {
    const said = Buffer.from(JSON.stringify(claim)).toString('base64url');
    expect(readSeat(key, `${said}.${lockFor(key, 'lobby', 'x')}`)).toBeUndefined();
  });
});
