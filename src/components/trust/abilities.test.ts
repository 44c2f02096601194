import { expect, test } from 'vitest';
import { abilitiesOf } from './abilities.ts';

const here = (browser: Parameters<typeof abilitiesOf>[0]) =>
  abilitiesOf(browser)
    .filter((ability) => ability.here)
    .map(({ code }) => code);

test('over plain HTTP there are connections and little else', () => {
  const plain = { isSecureContext: false, RTCPeerConnection: Object, navigator: {}, crypto: {} };
  expect(here(plain)).toEqual(['RTCPeerConnection']);
});

test('a secure context may use what its browser has', () => {
  const firefox = {
    isSecureContext: true,
    RTCPeerConnection: Object,
    navigator: { mediaDevices: {}, clipboard: {}, locks: {} },
    crypto: { subtle: {}, randomUUID: Object },
  };
  expect(here(firefox)).not.toContain('navigator.wakeLock');
  expect(here(firefox)).toHaveLength(7);
});

test('a browser that has none of it is no reason to fail', () => {
  expect(here({ isSecureContext: false, navigator: {} })).toEqual([]);
});
