import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { Credentials } from './certificates.ts';
import { Problem } from './problem.ts';

/** The certificate and key that someone brought along. */
export function ownCertificate(certFile: string, keyFile: string): Credentials {
  const credentials = { cert: readPem('--cert', certFile), key: readPem('--key', keyFile) };
  try {
    createSecureContext(credentials);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new Problem(
      `${certFile} and ${keyFile} make no certificate (${why}). Both must be PEM, unencrypted, and belong together.`,
      { cause },
    );
  }
  return credentials;
}

function readPem(flag: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read';
    throw new Problem(`${file} ${why}. Give ${flag} a PEM file that this user may read.`, { cause });
  }
}
