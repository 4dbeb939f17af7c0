import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { AppError } from '@shared/errors';

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * About 40 ms on a counter PC, on a thread of its own. A PIN of four digits falls to whoever holds the file and has an
 * afternoon; the cost and the salt only make it an afternoon per person. What keeps people out is the lockout.
 */
const cost: Cost = { N: 16_384, r: 8, p: 1 };
const keyLength = 32;

/** `scrypt$N$r$p$salt$key`, base64: the cost travels with the hash, so that it can be raised later. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Compares in constant time. Throws for a text that `hashPin` did not write. */
export async function verifyPin(pin: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined) throw new Error('Not a hash of a PIN');
  const expected = Buffer.from(key, 'base64');
  const actual = await derive(pin, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) });
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(pin: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, keyLength, { N, r, p }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/**
 * Refuses what is tried first by anyone who stands at the counter: one digit repeated, a pair repeated, digits counting
 * up or down.
 *
 * @throws AppError `pin_too_weak`
 */
export function checkPinStrength(pin: string): void {
  const digits = [...pin].map(Number);
  const steps = digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0));
  const repeated = /^(\d{1,2})\1+$/.test(pin);
  const counting = steps.every((step) => step === 1) || steps.every((step) => step === -1);
  if (repeated || counting) throw new AppError('pin_too_weak', 'The PIN is one of the first that anyone would try');
}
