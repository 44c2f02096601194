import { once } from 'node:events';
import { createServer } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { hostNames, isEverywhere, lanAddresses } from './addresses.ts';
import { attach } from './attach.ts';
import { type Authority, type Credentials, certificateFor } from './certificates.ts';
import { frontDoor } from './front-door.ts';
import { setHeaders } from './headers.ts';
import { type NearbyStun, openNearby } from './ice/nearby-stun.ts';
import { openStandIn } from './ice/stand-in-nat.ts';
import { openStun, type StunServer } from './ice/stun-server.ts';
import type { Journal } from './journal.ts';
import { listen } from './listen.ts';
import type { Options } from './options.ts';
import { ownCertificate } from './own-certificate.ts';
import { pages } from './pages.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';

/** Where things lie on this machine; a test has them elsewhere. */
export type Folders = { site: string; certs: string };

// Its programs connect to `ws://127.0.0.1:1337`, and name no path.
const portOfTheBlogSeries = 1337;

/** Puts the house together and opens the door. */
export async function serve(options: Options, folders: Folders, journal?: Journal) {
  const site = pages(folders.site);
  const { credentials, authority } = await identify(options, folders.certs);
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 60_000 }, (req, res) => {
    setHeaders(res);
    house.handle(req, res, () => site(req, res));
  });
  let stun: StunServer | undefined;
  let nearby: { honest: NearbyStun; standIn: NearbyStun } | undefined;
  const house = attach(server, {
    ...options,
    journal,
    authority,
    stunPort: () => stun?.port,
    nearby: () => nearby,
    isRootOpen: options.port === portOfTheBlogSeries,
  });
  server.on('upgrade', (req, socket) => {
    if (!house.takesUpgrade(req)) refuseUpgrade(socket);
  });
  const door = frontDoor(server, credentials);
  const unkept = await house.look();
  const port = await listen(server, options.host, options.port);
  stun = await openStun(options.host, port);
  const [honest, standIn] = await Promise.all([openNearby(options.lan), openStandIn(options.lan)]);
  nearby = { honest, standIn };

  return {
    port,
    authority,
    /** What does not work, and keeps nobody from starting. */
    problem: [stun.problem, unkept].filter(Boolean).join('\n') || undefined,
    /** Proves from now on that we are what this machine is called by now. */
    async renew() {
      const { credentials } = await identify(options, folders.certs);
      if (credentials) door.renew(credentials);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      stun.close();
      honest.close();
      standIn.close();
      await house.close();
      door.close();
      await closed;
    },
  };
}

type Identity = { credentials?: Credentials; authority?: Authority };

/** By what we prove over HTTPS who we are: a certificate of one's own, or one from our authority in certs/. */
async function identify({ https, host, cert, key }: Options, certs: string): Promise<Identity> {
  if (!https) return {};
  if (cert && key) return { credentials: ownCertificate(cert, key) };
  // #region names
  const own = isIP(host) ? [host] : hostNames(host);
  const reached = isEverywhere(host) ? lanAddresses() : own;
  const names = new Set(['localhost', '127.0.0.1', '::1', ...hostNames(hostname()), ...reached]);
  // #endregion names
  return certificateFor([...names], certs, hostname());
}
