import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { iceServers } from './ice-servers.ts';

const turn = { url: 'turn:turn.example.org:3478', secret: 'a secret' };
const now = Date.UTC(2026, 0, 1, 8);

test.each([
  ['localhost:8181', 'stun:localhost:8181'],
  ['127.0.0.1:8181', 'stun:127.0.0.1:8181'],
  ['[fd00::2]:8181', 'stun:[fd00::2]:8181'],
  ['laptop.local', 'stun:laptop.local:8181'],
])('a page that called us %s asks us there', (host, urls) => {
  expect(iceServers(host, 'alice', now, { stunPort: 8181 })).toEqual([{ urls }]);
});

test('where nothing answers STUN, and no relay was named, there is nobody to ask', () => {
  expect(iceServers('localhost', 'alice', now, {})).toEqual([]);
});

test('a relay gets a name that says until when it is good, and a password that only who has the secret can make', () => {
  const [relay] = iceServers('localhost', 'alice', now, { turn });
  const username = `${now / 1000 + 8 * 60 * 60}:alice`;
  const credential = createHmac('sha1', 'a secret').update(username).digest('base64');
  expect(relay).toEqual({ urls: turn.url, username, credential });
});
