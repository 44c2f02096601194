/** One server a line: `stun:host:port`, or `turn:host:port` with a user name and a password behind it. */
export const readServers = (text: string): RTCIceServer[] =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([url]) => url)
    .map(([urls, username, credential]) => ({
      urls: urls!,
      ...(username !== undefined && { username }),
      ...(credential !== undefined && { credential }),
    }));

export const writeServers = (servers: readonly RTCIceServer[]): string =>
  servers
    .flatMap(({ urls, username, credential }) =>
      [urls].flat().map((url) => [url, username, credential].filter(Boolean).join(' ')),
    )
    .join('\n');

/** A page of this lab that begins with these servers. */
export const linkTo = (servers: string, { relayOnly, tcpOnly }: { relayOnly: boolean; tcpOnly: boolean }): string =>
  `/labs/ice/?${new URLSearchParams({ servers, ...(relayOnly && { relay: '1' }), ...(tcpOnly && { tcp: '1' }) })}`;
