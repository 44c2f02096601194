import { describe, expect, test } from 'vitest';
import { announce, type Opened, qrCode } from './announce.ts';

const opened: Opened = { port: 8181, host: 'localhost', lan: false, https: false, addresses: [] };

describe('the first line is the address', () => {
  test.each([
    [{}, 'http://localhost:8181'],
    [{ port: 40404 }, 'http://localhost:40404'],
    [{ host: '192.168.1.5' }, 'http://192.168.1.5:8181'],
    [{ host: '::1' }, 'http://[::1]:8181'],
    [{ host: '0.0.0.0' }, 'http://localhost:8181'],
    [{ host: '::', lan: true, https: true }, 'http://localhost:8181'],
  ])('%j', (options, address) => {
    expect(announce({ ...opened, ...options })[0]).toBe(`Trickle is at ${address}`);
  });
});

test('each address of the network is named, with and without certificates, and where trust is explained', () => {
  const lan = {
    ...opened,
    host: '::',
    lan: true,
    https: true,
    mine: 'course',
    authority: { name: 'Trickle on laptop' },
  };
  expect(announce({ ...lan, addresses: ['192.168.1.5', 'fd00::2'] })).toEqual([
    'Trickle is at http://localhost:8181',
    'Your pages are at http://localhost:8181/mine/',
    '',
    'On this network:',
    '  http://192.168.1.5:8181',
    '  https://192.168.1.5:8181',
    '  http://[fd00::2]:8181',
    '  https://[fd00::2]:8181',
    '',
    'Plain http works at once, and for everything but cameras and microphones; https has those too.',
    'How a device gets past its warning about https: http://192.168.1.5:8181/trust/',
  ]);
});

test('a machine without a network says so', () => {
  expect(announce({ ...opened, lan: true })).toContain('This machine is on no network: nobody else can reach it yet.');
});

test('a phone finds its way by a code of half blocks, narrow enough for a terminal', async () => {
  const code = await qrCode('192.168.1.5', 8181);
  expect(code).toMatch(/^[█▀▄ \n]+$/);
  expect(Math.max(...code.split('\n').map((line) => line.length))).toBeLessThan(40);
});
