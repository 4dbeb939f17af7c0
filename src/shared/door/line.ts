import { z } from 'zod';

/**
 * What is said on a line before anything else: the hub asks for a signature, the terminal gives it. The signature is
 * over the hub's nonce and the hub's certificate, so it is of no use on any other line or at any other hub.
 */

/** Where a line leads: `/` to the log, `/control` to the hub itself, `/pair` to the pairing window. */
export const doorPaths = { log: '/', control: '/control', pairing: '/pair' } as const;

/** The port a hub listens on when it can. */
export const usualPort = 4747;

/** A line that has not proved who it is may say this many bytes, and has this many ms. */
export const strangerLimits = { bytes: 16_384, ms: 10_000 } as const;

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const version = z.string().min(1).max(50);

export const proofSchema = z.strictObject({
  t: z.literal('proof'),
  terminal: uuid,
  /** ed25519 public key, raw, base64url. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
  /** Of the program, for the list of terminals. */
  version,
});
export type Proof = z.infer<typeof proofSchema>;

export const welcomeMatSchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('challenge'), nonce: z.string().regex(/^[0-9a-f]{64}$/), version }),
  z.strictObject({ t: z.literal('accepted'), version }),
]);
export type WelcomeMat = z.infer<typeof welcomeMatSchema>;

export interface SignedLine {
  readonly path: string;
  readonly nonce: string;
  /** SHA-256 of the hub's certificate, hex. */
  readonly fingerprint: string;
  readonly terminal: string;
}

/** The text that is signed. */
export function lineText({ path, nonce, fingerprint, terminal }: SignedLine): string {
  return JSON.stringify(['galla line 1', path, nonce, fingerprint, terminal]);
}
