import type { ConnectionHealth } from '@shared/contract';
import { type Live, useLive } from './useLive';

/** The line to the hub in figures: since when, latency, heartbeat, messages by type, and the log of what happened to it. */
export function useConnectionHealth(): Live<ConnectionHealth> {
  return useLive('network.health', {});
}
