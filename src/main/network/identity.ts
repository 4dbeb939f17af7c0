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
 * Reads this installation's key, or makes one. A key that cannot be read any more (another user, a lost keyring) is
 * replaced: the till has to be paired again, which the hub will tell it.
 */
export function loadIdentity(folder: string, vault: KeyVault, log: Log): Identity {
  const file = join(folder, 'device-key.json');
  return read(file, vault, log) ?? make(file, vault);
}

function read(file: string, vault: KeyVault, log: Log): Identity | null {
  if (!existsSync(file)) return null;
  try {
    const found = stored.parse(readJsonFile(file));
    const pem = found.place === 'file' ? found.key : vault.open(Buffer.from(found.sealed, 'base64'));
    return identity(createPrivateKey(pem), found.place);
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'the device key cannot be read: a new one');
    return null;
  }
}

function make(file: string, vault: KeyVault): Identity {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const place = vault.isAvailable() ? 'keyring' : 'file';
  const content = place === 'file' ? { place, key: pem } : { place, sealed: vault.seal(pem).toString('base64') };
  writePrivately(file, JSON.stringify(content));
  return identity(privateKey, place);
}

function identity(privateKey: KeyObject, place: KeyPlace): Identity {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (typeof x !== 'string') throw new Error('Not an ed25519 key');
  return {
    publicKey: x,
    place,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  };
}
