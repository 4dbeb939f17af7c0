import type { NetworkStatus } from '@shared/contract';

/** A till that works by itself, to be played or to be made another of. */
export const alone: NetworkStatus = {
  role: 'alone',
  level: 'alone',
  phase: 'off',
  pending: 0,
  attention: 0,
  lastHeard: null,
  retryAt: null,
  reason: null,
  latency: null,
  behind: 0,
  hub: null,
  key: 'keyring',
};
