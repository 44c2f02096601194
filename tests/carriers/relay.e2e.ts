import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';
import { program } from '../program.ts';
import { type CallHouse, host, openCallHouse } from './house.ts';

/** A coturn that knows one secret, and no user. */
async function openCoturn(secret: string) {
  const probe = createSocket('udp4').bind(0, host);
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  const args = [
    ...['-L', host, '-p', `${port}`, '--static-auth-secret', secret, '--realm', 'trickle.test'],
    ...['-n', '--no-cli', '--no-tls', '--no-dtls', '--use-auth-secret', '--fingerprint', '--no-multicast-peers'],
    // It relays nothing to loopback addresses unless told so, and a machine without a network has no other.
    ...['--allow-loopback-peers', '--log-file', 'stdout', '--pidfile', '/dev/null'],
  ];
  const child = spawn(program('turnserver'), args, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface(child.stdout)) if (line.includes('admin thread')) break;
  child.stdout.resume();
  return { url: `turn:${host}:${port}`, close: () => child.kill() };
}

let coturn: Awaited<ReturnType<typeof openCoturn>>;
let house: CallHouse;
test.beforeAll(async () => {
  coturn = await openCoturn('a secret');
  house = await openCallHouse(['--turn', coturn.url, '--turn-secret', 'a secret']);
});
test.afterAll(async () => {
  await house?.close();
  coturn?.close();
});

test('a call goes through a coturn of yours, by credentials that the server hands out @both', async ({ browser }) => {
  const side = { way: 'a bare WebSocket', iceTransportPolicy: 'relay' } as const;
  const outcomes = await house.call([browser, browser], { alice: side, bob: side });
  expect(outcomes).toMatchObject([
    { said: ['relay'], pair: 'relay to relay' },
    { said: ['relay'], pair: 'relay to relay' },
  ]);
});

test('the ICE lab has candidates of that coturn, and with relay only the way leads through it', async ({ page }) => {
  await page.goto(`${house.url}/labs/ice/?relay=1`);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const allows = page.getByRole('region', { name: 'What this network allows' });
  await expect(allows).toContainText('A relay took you in');
  await expect(allows).toContainText(
    'a relay candidate of Alice’s and a relay candidate of Bob’s: everything goes through the TURN server.',
  );
  await expect(page.getByRole('row', { name: 'host' })).toHaveCount(0);
});
