import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { certificateFor } from './certificates.ts';
import { folderWith } from './house.fixture.ts';
import { ownCertificate } from './own-certificate.ts';

const names = ['localhost', '127.0.0.1', '::1', 'laptop', 'laptop.local', '192.168.1.5', 'fd00::2'];
const owner = 'laptop';
const day = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(Date.now() + days * day);
const text = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const leaf = (folder: string) => new X509Certificate(text(folder, 'server.crt'));

describe('a certificate', () => {
  test('holds every name and address, and nothing for longer than browsers allow', async () => {
    const folder = folderWith();
    await certificateFor(names, folder, owner);
    const { subjectAltName, keyUsage, ca, validFromDate, validToDate } = leaf(folder);
    expect(subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:laptop, DNS:laptop.local, ' +
        'IP Address:192.168.1.5, IP Address:FD00:0:0:0:0:0:0:2',
    );
    expect(ca).toBe(false);
    expect(keyUsage).toContain('1.3.6.1.5.5.7.3.1'); // serverAuth, without which Apple refuses it
    expect((validToDate.getTime() - validFromDate.getTime()) / day).toBeLessThan(398);
  });

  const openssl = spawnSync('openssl', ['version']).status === 0;
  test.skipIf(!openssl)('convinces OpenSSL, where there is one', async () => {
    const folder = folderWith();
    await certificateFor(names, folder, owner);
    const verify = (...more: string[]) =>
      execFileSync('openssl', ['verify', '-purpose', 'sslserver', ...more, 'server.crt'], {
        cwd: folder,
      });
    for (const host of ['localhost', 'laptop.local'])
      expect(`${verify('-CAfile', 'authority.crt', '-verify_hostname', host)}`).toBe('server.crt: OK\n');
    for (const address of ['192.168.1.5', 'fd00::2'])
      expect(`${verify('-CAfile', 'authority.crt', '-verify_ip', address)}`).toBe('server.crt: OK\n');
  });

  test.each(['localhost', '127.0.0.1', 'laptop.local', '192.168.1.5', 'fd00::2'])(
    'convinces a TLS client that means to reach %s',
    async (host) => {
      const { credentials, authority } = await certificateFor(names, folderWith(), owner);
      const server = createServer(credentials).listen(0, '127.0.0.1');
      onTestFinished(() => void server.close());
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const client = connect({ port, host: '127.0.0.1', ca: authority.pem, servername: 'localhost', ...asked(host) });
      await once(client, 'secureConnect');
      expect(client.authorized).toBe(true);
      client.destroy();
    },
  );

  const asked = (host: string) => ({
    checkServerIdentity: (_: string, { raw }: { raw: Buffer }) => {
      const shown = new X509Certificate(raw);
      return (shown.checkHost(host) ?? shown.checkIP(host)) ? undefined : new Error(`not for ${host}`);
    },
  });

  test('comes with a key that only its owner can read', async () => {
    const folder = folderWith();
    await certificateFor(names, folder, owner);
    for (const file of ['authority.key', 'server.key']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  test('says whom to trust: the name a device lists and the fingerprint to compare', async () => {
    const folder = folderWith();
    const { authority } = await certificateFor(names, folder, owner);
    const { fingerprint256, ca } = new X509Certificate(text(folder, 'authority.crt'));
    expect(authority).toMatchObject({ name: 'Trickle on laptop', fingerprint: fingerprint256 });
    expect(ca).toBe(true);
    expect(authority.pem).toBe(text(folder, 'authority.crt'));
  });
});

describe('the next start', () => {
  test('keeps authority and certificate', async () => {
    const folder = folderWith();
    const first = await certificateFor(names, folder, owner);
    expect(await certificateFor(names, folder, owner, later(149))).toEqual(first);
    expect(await certificateFor(names.slice(0, 3), folder, owner)).toEqual(first);
  });

  test.each<[string, readonly string[], number, (folder: string) => void]>([
    ['an address is new', [...names, '10.0.0.7'], 0, () => {}],
    ['it soon expires', names, 151, () => {}],
    ['it is damaged', names, 0, (folder) => writeFileSync(join(folder, 'server.crt'), 'oops')],
    ['its key is damaged', names, 0, (folder) => writeFileSync(join(folder, 'server.key'), 'oops')],
    ['its key is gone', names, 0, (folder) => rmSync(join(folder, 'server.key'))],
  ])('renews the certificate and keeps the authority when %s', async (_, wanted, days, happens) => {
    const folder = folderWith();
    const first = await certificateFor(names, folder, owner);
    const { serialNumber } = leaf(folder);
    happens(folder);
    const second = await certificateFor(wanted, folder, owner, later(days));
    expect(leaf(folder).serialNumber).not.toBe(serialNumber);
    expect(second.authority).toEqual(first.authority);
    expect(second.credentials).toEqual({ cert: text(folder, 'server.crt'), key: text(folder, 'server.key') });
    expect(await certificateFor(wanted, folder, owner)).toEqual(second);
  });

  test('renews a certificate of another authority', async () => {
    const [folder, other] = [folderWith(), folderWith()];
    await certificateFor(names, folder, owner);
    await certificateFor(names, other, owner);
    for (const file of ['server.crt', 'server.key']) writeFileSync(join(folder, file), text(other, file));
    await certificateFor(names, folder, owner);
    expect(leaf(folder).verify(new X509Certificate(text(folder, 'authority.crt')).publicKey)).toBe(true);
  });
});

describe('an authority that cannot be used is never replaced, but named', () => {
  test.each<[string, (folder: string) => void, number, RegExp]>([
    [
      'its key is gone',
      (folder) => rmSync(join(folder, 'authority.key')),
      0,
      /authority\.key is missing\. Put it back/,
    ],
    ['it is gone itself', (folder) => rmSync(join(folder, 'authority.crt')), 0, /authority\.crt is missing\. Put it/],
    ['it is damaged', (folder) => writeFileSync(join(folder, 'authority.crt'), 'oops'), 0, /authority\.crt is damaged/],
    [
      'its key is damaged',
      (folder) => writeFileSync(join(folder, 'authority.key'), 'oops'),
      0,
      /authority\.key is dama/,
    ],
    ['its time is over', () => {}, 3650, /authority\.crt was good until .* GMT, and/],
  ])('%s', async (_, happens, days, sentence) => {
    const folder = folderWith();
    await certificateFor(names, folder, owner);
    happens(folder);
    const left = () =>
      ['authority.crt', 'authority.key'].map(
        (file) => statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs,
      );
    const before = left();
    await expect(certificateFor(names, folder, owner, later(days))).rejects.toThrow(sentence);
    expect(left()).toEqual(before);
  });
});

test('a folder that cannot be written is named', async () => {
  const file = join(folderWith({ certs: 'a file' }), 'certs');
  await expect(certificateFor(names, file, owner)).rejects.toThrow(`${file} cannot be written (EEXIST).`);
});

describe("a certificate of one's own", () => {
  test('is taken as it is', async () => {
    const folder = folderWith();
    const { credentials } = await certificateFor(names, folder, owner);
    expect(ownCertificate(join(folder, 'server.crt'), join(folder, 'server.key'))).toEqual(credentials);
  });

  test.each([
    ['missing', 'nothing.crt', 'server.key', /nothing\.crt does not exist\. Give --cert a PEM file/],
    ['a folder', '.', 'server.key', /cannot be read\. Give --cert a PEM file/],
    ['without its key', 'server.crt', 'nothing.key', /nothing\.key does not exist\. Give --key a PEM file/],
    [
      'with the key of another',
      'server.crt',
      'authority.key',
      /make no certificate \(ERR_OSSL_.*\)\. Both must be PEM/,
    ],
    ['no certificate', 'server.key', 'server.key', /make no certificate \(ERR_OSSL_.*\)\. Both must be PEM/],
  ])('that is %s is named', async (_, cert, key, sentence) => {
    const folder = folderWith();
    await certificateFor(names, folder, owner);
    expect(() => ownCertificate(join(folder, cert), join(folder, key))).toThrow(sentence);
  });
});
