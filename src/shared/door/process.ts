import { z } from 'zod';
import type { LogFields } from '../log';

/**
 * Flags of V8 that keep the hub's memory level, whoever comes and goes. A half of the young generation has 16 MB: left to
 * itself it grows to 64 when many terminals come at once, and with as little as there is to do it is given back and taken
 * again by turns. What waited for terminals that read nothing dies old, and the old generation is collected when it has
 * grown by a fifth and not by as much again. `scripts/run.mjs` says the same for the hub by itself.
 */
export const hubHeapFlags: readonly string[] = [
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  '--initial-old-space-size=24',
  '--heap-growing-percent=20',
];

/** What a hub in a process of its own is started with. */
export const hubStartSchema = z.strictObject({
  /** Folder of its data; made when missing. */
  folder: z.string(),
  /** The port to listen on if it is free; 0 for any. */
  port: z.int().min(0).max(65_535),
  /** Public key of the till that may open the door to others. */
  operator: z.string(),
  /** Whether to say on the local network that it is here. */
  announced: z.boolean(),
  version: z.string(),
});
export type HubStart = z.infer<typeof hubStartSchema>;

export type ToHubProcess = { readonly t: 'stop' };

export type FromHubProcess =
  | { readonly t: 'ready'; readonly port: number; readonly fingerprint: string }
  | {
      readonly t: 'log';
      readonly level: 'info' | 'warn' | 'error';
      readonly fields: LogFields;
      readonly message: string;
    };
