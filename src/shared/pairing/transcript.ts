import { pairingVersion } from './wire';

/** What a pairing needs of its machine's cryptography. */
export interface PairingCrypto {
  /** SHA-256 of a text in UTF-8, hex. */
  sha256(text: string): string;
  /** 32 random bytes, hex. */
  nonce(): string;
}

/** What a new till stands for. */
export interface JoinerFacts {
  readonly key: string;
  readonly terminal: string;
  readonly deviceName: string;
}

/** What a host stands for. */
export interface HostFacts {
  /** SHA-256 of its TLS certificate, hex. */
  readonly fingerprint: string;
  readonly shop: string;
}

/** Binds the new till to its facts before it has seen the host's; the nonce hides them. */
export function joinerCommitment(crypto: PairingCrypto, nonce: string, facts: JoinerFacts): string {
  return crypto.sha256(list('till', nonce, facts.key, facts.terminal, facts.deviceName));
}

export function hostCommitment(crypto: PairingCrypto, nonce: string, facts: HostFacts): string {
  return crypto.sha256(list('host', nonce, facts.fingerprint, facts.shop));
}

/**
 * The six digits: from everything that either side has said. Whoever sits in between had to commit to its own part
 * before it saw the other's, so it cannot look for one that gives equal digits on both sides: one guess in a million.
 */
export function pairingDigits(
  crypto: PairingCrypto,
  joiner: JoinerFacts & { readonly nonce: string },
  host: HostFacts & { readonly nonce: string },
): string {
  const hash = crypto.sha256(
    list(
      'digits',
      joinerCommitment(crypto, joiner.nonce, joiner),
      hostCommitment(crypto, host.nonce, host),
      joiner.nonce,
      host.nonce,
    ),
  );
  // 96 bits modulo a million: no digit is likelier than another by more than 2⁻⁷⁶.
  return (BigInt(`0x${hash.slice(0, 24)}`) % 1_000_000n).toString().padStart(6, '0');
}

/** JSON of a list: no two different lists have the same text. */
function list(...parts: readonly string[]): string {
  return JSON.stringify([`galla pairing ${pairingVersion}`, ...parts]);
}
