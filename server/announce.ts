import { inUrl, isEverywhere } from './addresses.ts';
import type { Options } from './options.ts';

export type Opened = Pick<Options, 'host' | 'lan' | 'https' | 'mine'> & {
  port: number;
  addresses: readonly string[];
  authority?: { name: string };
};

/** What the person who started the server is told. The first line never changes its shape: programs wait for it. */
export function announce(opened: Opened): string[] {
  const { lan, https, port, addresses, authority, mine } = opened;
  const url = (host: string, scheme = 'http') => `${scheme}://${inUrl(host)}:${port}`;
  const home = isEverywhere(opened.host) ? 'localhost' : opened.host;

  const lines = [`Trickle is at ${url(home)}`];
  if (https && !lan) lines.push(`          and ${url(home, 'https')}`);
  if (mine !== undefined) lines.push(`Your pages are at ${url(home)}/mine/`);
  if (!lan) return lines;
  if (!addresses.length) return [...lines, 'This machine is on no network: nobody else can reach it yet.'];
  return [
    ...lines,
    '',
    'On this network:',
    ...addresses.flatMap((address) => [`  ${url(address)}`, `  ${url(address, 'https')}`]),
    '',
    'Plain http works at once, and for everything but cameras and microphones; https has those too.',
    authority
      ? `How a device gets past its warning about https: ${url(addresses[0]!)}/trust/`
      : 'https shows the certificate that you brought.',
  ];
}

/** The address that phones scan. The code is drawn for a terminal, two of its rows in a line of text. */
export async function qrCode(address: string, port: number): Promise<string> {
  const { renderUnicodeCompact } = await import('uqr');
  return renderUnicodeCompact(`http://${inUrl(address)}:${port}/`, { border: 2 });
}
