import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from './private-file';

export interface Certificate {
  /** PEM */
  readonly key: string;
  /** PEM */
  readonly cert: string;
  /** SHA-256 of the certificate in DER, lower-case hex: what tills pin. */
  readonly fingerprint: string;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/**
 * The hub's certificate, made once and kept for this user's eyes only. It is signed by itself and lives as long as
 * anybody: tills know it by its fingerprint, so a date at which they all stop would help nobody. Without it every till
 * has to be paired again, so it belongs in the backup of the hub's folder.
 */
export async function loadCertificate(folder: string): Promise<Certificate> {
  const file = join(folder, 'certificate.pem');
  if (!existsSync(file)) writePrivately(file, await makePem());
  const pem = readFileSync(file, 'utf8');
  const cert = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(pem)?.[0];
  const key = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(pem)?.[0];
  if (cert === undefined || key === undefined) throw new Error(`${file} holds no certificate with its key`);
  return { key, cert, fingerprint: fingerprintOf(new X509Certificate(cert).raw) };
}

export function fingerprintOf(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}

async function makePem(): Promise<string> {
  // Loaded only now: a hub makes one certificate in its life.
  await import('reflect-metadata');
  const { X509CertificateGenerator } = await import('@peculiar/x509');
  // The package is typed by the DOM, and Node's globals are of both kinds.
  const { subtle } = globalThis.crypto;
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      // 127 bits, as RFC 5280 wants them positive.
      serialNumber: `7f${randomBytes(15).toString('hex')}`,
      name: 'CN=Galla hub',
      // A till whose clock is wrong must not be kept out by it.
      notBefore: new Date('2000-01-01T00:00:00Z'),
      notAfter: new Date('2199-12-31T00:00:00Z'),
      signingAlgorithm: algorithm,
      keys,
    },
    globalThis.crypto,
  );
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8.replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END PRIVATE KEY-----`;
  return `${key}\n${certificate.toString('pem')}\n`;
}
