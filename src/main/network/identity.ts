import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyPlace } from '@shared/contract';
import type { Log } from '@shared/log';
import { z } from 'zod';
import { readJsonFile, writePrivately } from './files';
import type { KeyVault } from './ports';

/**
 * Who this installation is to a hub: an ed25519 key outside the shop file, so that a copied or restored file does not
 * carry it.
 */
export interface Identity {
  /** Public key, raw, base64url: 43 characters. */
  readonly publicKey: string;
  readonly place: KeyPlace;
  /** Signature of a text, base64url. */
  sign(text: string): string;
}

const stored = z.union([
  z.strictObject({ place: z.literal('keyring'), sealed: z.string() }),
  z.strictObject({ place: z.literal('file'), key: z.string() }),
]);

/**
 * Reads this installation's key when it is first needed, or makes one: most tills never need any, and asking a keyring
 * takes its time.
 *
 * A key that cannot be read (a keyring that is locked today) is replaced only while nothing depends on it. Otherwise
 * this run has one of its own that nobody knows: the hub refuses it, and the next start may find the old one again.
 */
export function lazyIdentity(folder: string, vault: KeyVault, log: Log, mayReplace: () => boolean): Identity {
  let found: Identity | null = null;
  const identity = () => {
    found ??= loadIdentity(folder, vault, log, mayReplace());
    return found;
  };
  return {
    get publicKey() {
      return identity().publicKey;
    },
    get place() {
      return identity().place;
    },
    sign: (text) => identity().sign(text),
  };
}

export function loadIdentity(folder: string, vault: KeyVault, log: Log, mayReplace: boolean): Identity {
  const file = join(folder, 'device-key.json');
  const known = read(file, vault, log);
  if (known) return known;
  const isLost = existsSync(file) && !mayReplace;
  return isLost ? fromKey(generateKeyPairSync('ed25519').privateKey, 'file') : make(file, vault);
}

function read(file: string, vault: KeyVault, log: Log): Identity | null {
  if (!existsSync(file)) return null;
  try {
    const found = stored.parse(readJsonFile(file));
    const pem = found.place === 'file' ? found.key : vault.open(Buffer.from(found.sealed, 'base64'));
    return fromKey(createPrivateKey(pem), found.place);
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'the device key cannot be read');
    return null;
  }
}

function make(file: string, vault: KeyVault): Identity {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const place = vault.isAvailable() ? 'keyring' : 'file';
  const content = place === 'file' ? { place, key: pem } : { place, sealed: vault.seal(pem).toString('base64') };
  writePrivately(file, JSON.stringify(content));
  return fromKey(privateKey, place);
}

function fromKey(privateKey: KeyObject, place: KeyPlace): Identity {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (typeof x !== 'string') throw new Error('Not an ed25519 key');
  return {
    publicKey: x,
    place,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}
