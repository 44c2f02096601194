import { describe, expect, test } from 'vitest';
import { isWelcome, refuseConnection, refuseHost } from './origin.ts';

const called = { names: ['laptop', 'laptop.local'], addresses: ['192.168.1.5', 'fd00::2'] };

describe('whom a request means to reach', () => {
  test.each([
    ['a program of the last century', undefined, true],
    ['this machine', 'localhost:8181', true],
    ['this machine by a name below localhost', 'trickle.localhost:8181', true],
    ['this machine, fully qualified', 'localhost.:8181', true],
    ['this machine by its address', '127.0.0.1', true],
    ['this machine by its IPv6 address', '[::1]:8181', true],
    ['its name on the network', 'LAPTOP.local:8181', true],
    ['its address on the network', '192.168.1.5:8181', true],
    ['an address that a router translates', '203.0.113.9:8181', true],
    ['a name that a stranger pointed at us', 'evil.com:8181', false],
    ['a name that looks like ours', 'localhost.evil.com', false],
    ['a name that ends like ours', 'evillocalhost', false],
    ['an address with a tail', '127.0.0.1.evil.com', false],
    ['nobody', '', false],
    ['nonsense', 'a b', false],
  ])('%s', (_, host, answered) => {
    expect(refuseHost(host, called.names) === undefined).toBe(answered);
  });
});

describe('which pages may connect', () => {
  const host = '192.168.1.5:8181';
  test.each([
    ['a program without an origin', undefined, host, true],
    ['our own page', 'http://192.168.1.5:8181', host, true],
    ['our own page over HTTPS', 'https://192.168.1.5:8181', host, true],
    ['our own page behind a translated address', 'https://203.0.113.9:8181', '203.0.113.9:8181', true],
    ['a page of this machine on another port', 'http://localhost:3000', host, true],
    ['a page of this machine by its name', 'http://laptop.local:5500', host, true],
    ['a page of this machine by its IPv6 address', 'http://[fd00::2]:5500', host, true],
    ['a page of this machine on IPv6 loopback', 'http://[::1]:5500', host, true],
    ['a page of a neighbour', 'http://192.168.1.6:8181', host, false],
    ['a page of the internet', 'https://evil.com', host, false],
    ['a page whose name was pointed at us', 'http://evil.com:8181', 'evil.com:8181', false],
    ['a name that begins like ours', 'http://localhost.evil.com', host, false],
    ['a page that was opened as a file', 'null', host, false],
    ['an extension', 'chrome-extension://abcdef', host, false],
    ['a program that names us as the user of a stranger', 'http://localhost@evil.com', host, false],
    ['an empty origin', '', host, false],
  ])('%s', (_, origin, host, welcome) => {
    expect(refuseConnection({ origin, host }, called) === undefined).toBe(welcome);
  });
});

test('a refusal is a sentence that says what to do', () => {
  expect(refuseConnection({ origin: 'null', host: 'localhost' }, called)).toMatch(/serve it, as with --mine\.$/);
  expect(refuseConnection({ origin: 'https://evil.com', host: 'localhost' }, called)).toMatch(
    /with --mine, or name its host with --allow\.$/,
  );
});

test('CORS welcomes the pages of this machine and nobody else', () => {
  expect(isWelcome('http://localhost:3000', called)).toBe(true);
  expect(isWelcome('https://evil.com', called)).toBe(false);
});
