import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { doorPaths, lineText, type Proof, proofSchema } from '@shared/door';
import type { ByeCode } from '@shared/sync';
import type { Devices } from './devices';

export interface LineGuardOptions {
  readonly devices: Devices;
  readonly fingerprint: string;
  /** Public keys of those who run this hub: they alone are heard on `/control`. */
  readonly operators: ReadonlySet<string>;
}

export type Judgement =
  | { readonly ok: true; readonly proof: Proof }
  | { readonly ok: false; readonly code: Extract<ByeCode, 'bad_message' | 'unpaired' | 'revoked' | 'wrong_key'> };

/** Asks one line who it is: one question, one answer. */
export class LineGuard {
  readonly nonce = randomBytes(32).toString('hex');
  readonly #options: LineGuardOptions;
  readonly #path: string;

  constructor(options: LineGuardOptions, path: string) {
    this.#options = options;
    this.#path = path;
  }

  judge(text: string): Judgement {
    const proof = readProof(text);
    if (!proof) return { ok: false, code: 'bad_message' };
    const { devices, fingerprint, operators } = this.#options;
    const { terminal, key, signature } = proof;
    // First of all: whoever does not hold the key learns nothing about it.
    const signed = lineText({ path: this.#path, nonce: this.nonce, fingerprint, terminal });
    if (!isSigned(signed, key, signature)) return { ok: false, code: 'wrong_key' };
    if (this.#path === doorPaths.control) {
      return operators.has(key) ? { ok: true, proof } : { ok: false, code: 'unpaired' };
    }
    const device = devices.get(terminal);
    if (device?.revoked && device.key === key) return { ok: false, code: 'revoked' };
    if (device) return device.key === key ? { ok: true, proof } : { ok: false, code: 'wrong_key' };
    return { ok: false, code: 'unpaired' };
  }
}

function readProof(text: string): Proof | null {
  try {
    const result = proofSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}

function isSigned(text: string, key: string, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}
