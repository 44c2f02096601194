import { networkInterfaces as askMachine, type NetworkInterfaceInfo } from 'node:os';

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

// Bridges of containers and virtual machines: they have addresses, but no phone ever comes in through them.
const bridge = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|bridge|lxc|cni|podman)/i;

// A link-local address is worth nothing without a zone, which differs on every machine and fits into no certificate.
const linkLocal = /^(fe[89ab][0-9a-f]:|169\.254\.)/i;

/** The addresses at which others on the network find this machine, the one to try first in front. */
export function lanAddresses(interfaces: Interfaces = askMachine()): string[] {
  const found = Object.entries(interfaces).flatMap(([card, addresses = []]) =>
    addresses
      .filter(({ internal, address }) => !internal && !linkLocal.test(address))
      .map(({ address, family }) => ({ address, rank: (bridge.test(card) ? 2 : 0) + (family === 'IPv6' ? 1 : 0) })),
  );
  return [...new Set(found.sort((a, b) => a.rank - b.rank).map(({ address }) => address))];
}

/** What this machine may be called on the network: its name, and the one that multicast DNS knows it by. */
export function hostNames(hostname: string): string[] {
  const name = hostname.toLowerCase();
  // A name that is no DNS name fits into no certificate and no URL.
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(name) || name === 'localhost') return [];
  return name.includes('.') ? [name] : [name, `${name}.local`];
}

/** Whether this host stands for every address of the machine. */
export const isEverywhere = (host: string) => host === '::' || host === '0.0.0.0';

/** An address or name as it stands in a URL. */
export const inUrl = (host: string) => (host.includes(':') ? `[${host}]` : host);
