import { z } from 'zod';

/** Of the pairing's messages and of what is hashed. */
export const pairingVersion = 1;

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const label = z.string().min(1).max(200);

/** An ed25519 public key, raw, base64url. */
export const publicKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What a new till says, in this order. */
export const joinerSchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('ask'), version: z.int(), commitment: hex64 }),
  z.strictObject({ t: z.literal('reveal'), nonce: hex64, key: publicKeySchema, terminal: uuid, deviceName: label }),
]);
export type JoinerMessage = z.infer<typeof joinerSchema>;

export const pairingRefusals = [
  'not_open',
  'busy',
  'protocol',
  'broken_commitment',
  'wrong_digits',
  'expired',
  'closed',
  'rate_limited',
  'terminal_taken',
] as const;
export type PairingRefusal = (typeof pairingRefusals)[number];

/** What the host answers. */
export const hostSchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('offer'), commitment: hex64 }),
  z.strictObject({
    t: z.literal('opened'),
    nonce: hex64,
    fingerprint: hex64,
    shop: label,
    expiresIn: z.int().positive(),
  }),
  z.strictObject({ t: z.literal('accepted') }),
  z.strictObject({ t: z.literal('refused'), reason: z.enum(pairingRefusals) }),
]);
export type HostMessage = z.infer<typeof hostSchema>;

/** One message of either; null for anything else. */
export function readPairing<S extends z.ZodType>(schema: S, text: string): z.infer<S> | null {
  if (text.length > 4096) return null;
  try {
    const result = schema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
