import type { ConnectionLevel, LineReason, NetworkRole } from '@shared/contract';
import type { SyncPhase } from '../sync';
import type { LineFailure } from './secure-socket';

/** Reasons that do not pass by themselves: a person has to do something. */
const lasting: ReadonlySet<string> = new Set([
  'wrong_certificate',
  'other_shop',
  'unpaired',
  'revoked',
  'wrong_key',
  'not_enrolled',
  'protocol',
] satisfies LineReason[]);

export function isLasting(reason: LineReason | null): boolean {
  return reason !== null && lasting.has(reason);
}

const known: ReadonlySet<string> = new Set([
  'replaced',
  'too_slow',
  'too_fast',
  'behind',
  'bad_message',
  'too_large',
  'not_enrolled',
  'protocol',
  'view_changed',
  'shutdown',
  'busy',
  'unpaired',
  'revoked',
  'wrong_key',
  'rate_limited',
  'unreachable',
  'line_lost',
  'no_answer',
  'gap',
  'cannot_apply',
  'forked',
  'wrong_certificate',
  'other_shop',
] satisfies LineReason[]);

/** The engine's reason, or what only the line itself knows. */
export function lineReason(reason: string | null, failure: LineFailure | null): LineReason | null {
  if (reason === 'line_lost' && failure !== null) return failure;
  if (reason === null) return null;
  return isKnown(reason) ? reason : 'line_lost';
}

function isKnown(reason: string): reason is LineReason {
  return known.has(reason);
}

/** One word for the top of the screen. */
export function levelOf(
  role: NetworkRole,
  phase: SyncPhase,
  reason: LineReason | null,
  attention: number,
): ConnectionLevel {
  if (role === 'alone') return 'alone';
  if (isLasting(reason) && phase !== 'live') return 'attention';
  if (phase === 'live' || phase === 'push_only') return attention > 0 ? 'attention' : 'live';
  // Before the first try has failed there is nothing to report yet.
  return (phase === 'waiting' || phase === 'off') && reason !== null ? 'offline' : 'connecting';
}
