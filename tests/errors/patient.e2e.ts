import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { ways } from '../../src/content/errors/ways.ts';
import { host } from '../carriers/house.ts';

const { says } = ways.errors.find(({ slug }) => slug === 'server-silent')!;

test('what Chromium says of a server that never answers is what the table says @long', async ({ page }) => {
  test.skip(host === '127.0.0.1', 'Browsers ask no server at a loopback address.');
  const deaf = createSocket('udp4').bind(0, host);
  await once(deaf, 'listening');
  await page.goto('/errors/');
  for (const kind of ['stun', 'turn']) {
    const errors = await page.evaluate(async (urls) => {
      const alice = new RTCPeerConnection({ iceServers: [{ urls, username: 'alice', credential: 'secret' }] });
      const errors: string[] = [];
      alice.onicecandidateerror = ({ errorCode, errorText }) =>
        errors.push([errorCode, errorText].filter(Boolean).join(': '));
      alice.createDataChannel('chat');
      const whole = new Promise<void>((whole) => {
        alice.onicecandidate = ({ candidate }) => candidate === null && whole();
      });
      await alice.setLocalDescription();
      await whole;
      alice.close();
      return errors;
    }, `${kind}:${host}:${deaf.address().port}`);
    expect(errors.length, kind).toBeGreaterThan(0);
    for (const error of errors) expect(error).toMatch(new RegExp(says.chromium!.replace('…', '.+')));
  }
  deaf.close();
});
