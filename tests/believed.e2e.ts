import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { WebSocketServer } from 'ws';
import { answerBinding } from '../server/ice/answer-binding.ts';
import { host } from './carriers/house.ts';

// What people believe and is not so: the lessons ask it, and their answers stand here.

async function serve(answer: RequestListener) {
  const server = createServer(answer).listen(0);
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

test('CORS stops no WebSocket: a page of another site talks to the server, whose answers to fetch it may not read', {
  tag: '@both',
}, async ({ page }) => {
  const strangers = await serve((_, response) => response.setHeader('Content-Type', 'text/html').end());
  const ours = await serve((_, response) => response.end('hello'));
  const origins: (string | undefined)[] = [];
  const sockets = new WebSocketServer({ server: ours.server }).on('connection', (socket, { headers }) => {
    origins.push(headers.origin);
    socket.send('hello');
  });
  await page.goto(`http://localhost:${strangers.port}/`);
  const said = await page.evaluate(async (port) => {
    const read = await fetch(`http://localhost:${port}/`).then(
      (response) => response.text(),
      () => 'refused',
    );
    const heard = await new Promise<string>((hear) => {
      const socket = new WebSocket(`ws://localhost:${port}/`);
      socket.onmessage = ({ data }) => hear(data);
      socket.onerror = () => hear('refused');
    });
    return { read, heard };
  }, ours.port);
  expect(said).toEqual({ read: 'refused', heard: 'hello' });
  expect(origins, 'the browser says who asks').toEqual([`http://localhost:${strangers.port}`]);
  for (const socket of sockets.clients) socket.terminate();
  for (const { server } of [strangers, ours]) server.close();
});

test('a STUN server that is switched off takes no call along: it carried nothing of it', {
  tag: '@both',
}, async ({ page }) => {
  test.skip(host === '127.0.0.1', 'Browsers ask no STUN server at a loopback address.');
  let asked = 0;
  const stun = createSocket('udp4').on('message', (question, from) => {
    const answer = answerBinding(question, from);
    if (answer) stun.send(answer.bytes, from.port, from.address);
    asked++;
  });
  stun.bind(0, host);
  await once(stun, 'listening');
  await page.exposeFunction('switchOff', () => void stun.close());
  await page.goto('/healthz');
  const heard = await page.evaluate(async (urls) => {
    const [alice, bob] = [new RTCPeerConnection({ iceServers: [{ urls }] }), new RTCPeerConnection()];
    const chat = alice.createDataChannel('chat');
    // Firefox forgets a connection that nobody holds.
    Object.assign(window, { held: [alice, bob] });
    bob.ondatachannel = ({ channel }) => {
      channel.onmessage = ({ data }) => channel.send(data);
    };
    const isWhole = (peer: RTCPeerConnection) =>
      new Promise<void>((whole) => {
        peer.onicecandidate = ({ candidate }) => candidate === null && whole();
      });
    const [hers, his] = [isWhole(alice), isWhole(bob)];
    await alice.setLocalDescription();
    await hers;
    await bob.setRemoteDescription(alice.localDescription!);
    await bob.setLocalDescription();
    await his;
    await alice.setRemoteDescription(bob.localDescription!);
    await new Promise((open) => (chat.onopen = open));
    await (window as unknown as { switchOff(): Promise<void> }).switchOff();
    let heard = 0;
    for (; heard < 20; heard++) {
      chat.send('still here');
      await new Promise((echo) => (chat.onmessage = echo));
    }
    for (const peer of [alice, bob]) peer.close();
    return heard;
  }, `stun:${host}:${stun.address().port}`);
  expect(asked).toBeGreaterThan(0);
  expect(heard).toBe(20);
});
