import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { Page } from '@playwright/test';
import { host } from './carriers/house.ts';

/** Ways between pages that can be cut: each learns the other's addresses only as doors of ours, which let everything through. */
export function openWays() {
  const sockets = new Set<Socket>();
  let open = { through: true };

  async function socket() {
    const bound = createSocket('udp4');
    sockets.add(bound);
    bound.bind(0, host);
    await once(bound, 'listening');
    return bound;
  }

  /** A door that leads there, for as long as the ways of this moment are not cut. Whoever knocks gets a socket of their own. */
  async function doorTo(address: string, port: number) {
    const door = await socket();
    const way = open;
    const knockers = new Map<string, Promise<Socket>>();
    door.on('message', async (packet, from) => {
      const name = `${from.address}:${from.port}`;
      if (!knockers.has(name))
        knockers.set(
          name,
          socket().then((far) =>
            far.on('message', (answer) => {
              if (way.through) door.send(answer, from.port, from.address);
            }),
          ),
        );
      const far = await knockers.get(name)!;
      if (way.through) far.send(packet, port, address);
    });
    return { address: host, port: door.address().port };
  }

  return {
    /** Before anything of the page runs. */
    async lead(page: Page) {
      // Chromium tells its addresses to pages that may use the camera, and to others a name that only it can resolve.
      const context = page.context();
      if (context.browser()?.browserType().name() === 'chromium') await context.grantPermissions(['camera']);
      await page.exposeFunction('doorTo', doorTo);
      await page.addInitScript(useDoors);
    },
    /** From now on nothing comes through any way that was found so far; others can be found. */
    cut() {
      open.through = false;
      open = { through: true };
    },
    close() {
      for (const socket of sockets) socket.close();
    },
  };
}

function useDoors() {
  const doorTo = Reflect.get(window, 'doorTo') as (
    address: string,
    port: number,
  ) => Promise<{ address: string; port: number }>;
  const { addIceCandidate, setRemoteDescription } = RTCPeerConnection.prototype;
  RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp = '' }: RTCSessionDescriptionInit) {
    return Reflect.apply(setRemoteDescription, this, [{ type, sdp: sdp.replaceAll(/^a=candidate:.*\r\n/gm, '') }]);
  };
  RTCPeerConnection.prototype.addIceCandidate = async function (candidate?: RTCIceCandidateInit | null) {
    const words = candidate?.candidate?.split(' ') ?? [];
    const [, , protocol, , address = '', port] = words;
    if (protocol?.toLowerCase() !== 'udp' || address.includes(':')) return;
    const door = await doorTo(address, Number(port));
    words.splice(4, 2, door.address, `${door.port}`);
    await Reflect.apply(addIceCandidate, this, [
      { ...JSON.parse(JSON.stringify(candidate)), candidate: words.join(' ') },
    ]);
  };
}
