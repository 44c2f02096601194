import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that tests hold ours against, and the package of Debian that brings each. */
export const packages = {
  /** Puts our authority into a browser's store, to prove that it is trusted. */
  certutil: 'libnss3-tools',
  /** The STUN and TURN server of most sites in production. */
  turnserver: 'coturn',
  /** Reads a QR code from a picture, as a phone's camera does. */
  zbarimg: 'zbar-tools',
} as const;

export type Program = keyof typeof packages;

export const findProgram = (name: Program, path = process.env.PATH ?? '') =>
  path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);

/** Where a program is; if it is missing, one sentence says what to do. `npm test` installs it on Debian when root. */
export function program(name: Program): string {
  const found = findProgram(name);
  if (!found) throw new Error(`The program "${name}" is missing: install it with apt-get install ${packages[name]}.`);
  return found;
}
