import type { NetworkStatus } from '@shared/contract';

/** Reasons that do not pass by waiting: somebody has to do something. */
const reasons = [
  'revoked',
  'unpaired',
  'not_enrolled',
  'wrong_key',
  'wrong_certificate',
  'protocol',
  'other_shop',
] as const;

/** Why the line is down, where trying again does not help; null where it does, or where it is up. */
export function stuckReason({ phase, reason }: NetworkStatus): (typeof reasons)[number] | null {
  return phase === 'live' ? null : (reasons.find((each) => each === reason) ?? null);
}
