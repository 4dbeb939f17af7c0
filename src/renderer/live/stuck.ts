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

/** Reasons after which this till has to leave the shop and be added anew, or the owner look who belongs to it. */
const ofTills = ['revoked', 'unpaired', 'not_enrolled', 'wrong_key'] as const;

/** What stands in the way is settled among the tills, not on the line. */
export const isMatterOfTills = (reason: ReturnType<typeof stuckReason>): boolean =>
  ofTills.some((each) => each === reason);

/** So much that it is seen to come in; what another till does while one looks comes in at once. */
const noticeable = 100;

/** The line is up, and much of what the other tills did is still to come. */
export const isCatchingUp = ({ level, behind }: NetworkStatus): boolean => level === 'live' && behind >= noticeable;
