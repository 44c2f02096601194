import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { Problem } from './problem.ts';

/** What a TLS server shows and what it proves it with, both PEM. */
export type Credentials = { cert: string; key: string };

/** The public half of the authority: what a device may choose to trust. */
export type Authority = { pem: string; name: string; fingerprint: string; until: string };

const day = 24 * 60 * 60 * 1000;
const daysOfAuthority = 3650;
// Browsers refuse what is good for longer than 398 days, iOS even under an authority of one's own after 825.
const daysOfCertificate = 180;
const renewWithin = 30 * day;

/**
 * A certificate for these names, under an authority that is made once and then kept: both live in `folder`. The
 * authority is never replaced by us, since every device that trusts it would have to be told again.
 */
export async function certificateFor(
  names: readonly string[],
  folder: string,
  owner: string,
  now = new Date(),
): Promise<{ credentials: Credentials; authority: Authority }> {
  attempt('written', folder, () => mkdirSync(folder, { recursive: true }));
  const root = readAuthority(folder, now) ?? (await makeAuthority(folder, owner));
  const kept = readCertificate(folder);
  const credentials = kept && isGood(kept, root, names, now) ? kept : await makeCertificate(folder, root, names, kept);
  const { subject, fingerprint256, validTo } = new X509Certificate(root.cert);
  const name = /^CN=(.*)$/m.exec(subject)?.[1] ?? owner;
  return { credentials, authority: { pem: root.cert, name, fingerprint: fingerprint256, until: validTo } };
}

const files = (folder: string, name: 'authority' | 'server') => ({
  cert: join(folder, `${name}.crt`),
  key: join(folder, `${name}.key`),
});

function attempt<Result>(what: 'read' | 'written', file: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Problem(`${file} cannot be ${what} (${code}). See to it that this user may, and start again.`, { cause });
  }
}

const read = (file: string) => (existsSync(file) ? attempt('read', file, () => readFileSync(file, 'utf8')) : undefined);

function readAuthority(folder: string, now: Date): Credentials | undefined {
  const file = files(folder, 'authority');
  const [cert, key] = [read(file.cert), read(file.key)];
  if (cert === undefined && key === undefined) return;
  const anew = `move both authority files out of ${folder} to have a new authority, which devices must trust anew`;
  if (cert === undefined || key === undefined) {
    const [here, gone] = cert === undefined ? [file.key, file.cert] : [file.cert, file.key];
    throw new Problem(`${here} is there but ${gone} is missing. Put it back, or ${anew}.`);
  }
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(cert);
  } catch (cause) {
    throw new Problem(`${file.cert} is damaged: it holds no certificate. Put a good copy back, or ${anew}.`, { cause });
  }
  if (!keyFits({ cert, key }))
    throw new Problem(`${file.key} is damaged or not the key of authority.crt. Put the right one back, or ${anew}.`);
  if (certificate.validToDate.getTime() - now.getTime() < day)
    throw new Problem(`${file.cert} was good until ${certificate.validTo}, and its time is over: ${anew}.`);
  return { cert, key };
}

function readCertificate(folder: string): Credentials | undefined {
  const file = files(folder, 'server');
  const [cert, key] = [read(file.cert), read(file.key)];
  return cert !== undefined && key !== undefined ? { cert, key } : undefined;
}

function keyFits({ cert, key }: Credentials): boolean {
  try {
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false; // One of the two is no PEM at all.
  }
}

/** Whether the kept certificate still does. A damaged one is not worth a word: it is made again within a second. */
function isGood(kept: Credentials, root: Credentials, names: readonly string[], now: Date): boolean {
  if (!keyFits(kept)) return false;
  const [leaf, authority] = [new X509Certificate(kept.cert), new X509Certificate(root.cert)];
  return (
    leaf.checkIssued(authority) &&
    leaf.verify(authority.publicKey) &&
    leaf.validToDate.getTime() - now.getTime() > renewWithin &&
    names.every((name) => (isIP(name) ? leaf.checkIP(name) : leaf.checkHost(name)))
  );
}

async function makeAuthority(folder: string, owner: string): Promise<Credentials> {
  const { createCA } = await import('mkcert');
  // #region authority
  const made = await createCA({
    // What people read in their device's list of authorities, perhaps a year later, when they want to be rid of it.
    organization: `Trickle on ${owner}`,
    countryCode: 'XX',
    state: 'Local network',
    locality: 'Local network',
    validity: daysOfAuthority,
  });
  // #endregion authority
  const file = files(folder, 'authority');
  // "wx" fails where a file is: an authority's key is never overwritten, whatever else goes wrong.
  attempt('written', file.key, () => writeFileSync(file.key, made.key, { mode: 0o600, flag: 'wx' }));
  attempt('written', file.cert, () => writeFileSync(file.cert, made.cert, { flag: 'wx' }));
  return made;
}

async function makeCertificate(
  folder: string,
  root: Credentials,
  names: readonly string[],
  before: Credentials | undefined,
): Promise<Credentials> {
  const { createCert } = await import('mkcert');
  const authority = new X509Certificate(root.cert);
  const taken = [authority.serialNumber, before && serialOf(before.cert)];
  let made: Credentials;
  do {
    // #region certificate
    made = await createCert({ domains: [...names], validity: daysOfCertificate, ca: root });
    // #endregion certificate
    // Few serial numbers are drawn from, and Firefox refuses two certificates of one authority that share one.
  } while (taken.includes(serialOf(made.cert)));
  const file = files(folder, 'server');
  replace(file.key, made.key, 0o600);
  replace(file.cert, made.cert, 0o644);
  return made;
}

function serialOf(cert: string): string | undefined {
  try {
    return new X509Certificate(cert).serialNumber;
  } catch {
    return; // What was kept is damaged, which is why a new one is made.
  }
}

function replace(file: string, text: string, mode: number) {
  attempt('written', file, () => {
    writeFileSync(`${file}.new`, text, { mode });
    renameSync(`${file}.new`, file);
  });
}
