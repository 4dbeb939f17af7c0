import { z } from 'zod';
import type { LogFields } from '../log';

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
