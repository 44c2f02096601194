/** For a Chromium that nobody watches: as root, without a screen, and asking nobody for anything. */
export const unwatched = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;
