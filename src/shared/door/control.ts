import { z } from 'zod';
import type { Pairing } from '../contract';

const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** What the till that hosts a hub, or its operator, can ask of it. */
export const controlSchema = z.discriminatedUnion('call', [
  /** The hosting till itself: it brings its identity, its series and its records. */
  z.strictObject({ call: z.literal('enrol'), terminal: uuid, series: z.string().min(1).max(4) }),
  z.strictObject({ call: z.literal('openPairing') }),
  z.strictObject({ call: z.literal('pairing') }),
  z.strictObject({
    call: z.literal('confirm'),
    digits: z.string().regex(/^\d{6}$/),
    name: z.string().min(1).max(200),
    role: z.enum(['counter', 'office']),
  }),
  z.strictObject({ call: z.literal('closePairing') }),
  z.strictObject({ call: z.literal('devices') }),
  z.strictObject({ call: z.literal('revoke'), terminal: uuid }),
  /** Tries once more what the hub has put aside. */
  z.strictObject({ call: z.literal('replay') }),
]);
export type Control = z.infer<typeof controlSchema>;

export const controlAskSchema = z.strictObject({ t: z.literal('control'), id: z.int(), ask: controlSchema });

/** What a hub knows of a terminal beyond the shop's own record of it. Times are ms of its clock. */
export interface KnownDevice {
  readonly terminal: string;
  readonly lastSeen: number | null;
  readonly version: string | null;
  readonly online: boolean;
  readonly revoked: boolean;
  /** Its till is the one that the hub runs in. */
  readonly isHost: boolean;
}

export interface ControlAnswers {
  readonly enrol: null;
  readonly openPairing: Pairing;
  readonly pairing: Pairing;
  readonly confirm: Pairing;
  readonly closePairing: Pairing;
  readonly devices: readonly KnownDevice[];
  readonly revoke: null;
  readonly replay: number;
}

export const controlRefusals = ['pairing_closed', 'pairing_digits', 'host_terminal', 'not_found', 'internal'] as const;
export type ControlRefusal = (typeof controlRefusals)[number];

/** The hub's side of a control line. */
export const controlReplySchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('answer'), id: z.int(), value: z.unknown() }),
  z.strictObject({ t: z.literal('refused'), id: z.int(), code: z.enum(controlRefusals) }),
  /** The pairing, or who is there, is not what it was. */
  z.strictObject({ t: z.literal('changed') }),
]);
