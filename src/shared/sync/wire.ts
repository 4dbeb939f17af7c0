import { z } from 'zod';
import { scopes } from '../entities';
import { fields } from './fields';
import { limits } from './limits';
import { outcomeSchema } from './outcome';

/**
 * Every message between terminal and hub: one JSON object, told apart by `t`. Strict: a member too many is as wrong as
 * one too few; new members mean a new protocol version.
 */
const id = z.string().min(1).max(200);
const count = z.int().nonnegative();
const positive = z.int().positive();
const time = z.int();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const chain = z.string().regex(/^[0-9a-f]{32}$/);
const scopeList = z.array(z.enum(scopes)).max(scopes.length);
const text = z.string().max(limits.messageText);

export const mutationSchema = z.strictObject({
  mid: positive,
  name: z.string().min(1).max(100),
  kind: z.enum(['fact', 'request']),
  actor: id,
  at: time,
  ops: text,
});

/** What a terminal says. */
export const upstreamSchema = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('hello'),
    /** Made anew for every attempt; the answer repeats it, so that late answers to earlier attempts are told apart. */
    session: id,
    protocol: positive,
    schema: positive,
    terminal: id,
    fence: count,
    epoch: z.string().max(200),
    cursor: count,
    chain,
    scopes: scopeList,
    /** The terminal's clock, ms. */
    time,
  }),
  z.strictObject({ t: z.literal('pull'), session: id, fence: count, cursor: count }),
  z.strictObject({
    t: z.literal('push'),
    session: id,
    fence: count,
    mutations: z.array(mutationSchema).min(1).max(limits.pushMutations),
  }),
  /** Asks for a chunk of a snapshot; with `snapshot` null for a new one. `scopes`: only these, for a grant. */
  z.strictObject({
    t: z.literal('copy'),
    session: id,
    fence: count,
    snapshot: id.nullable(),
    index: count,
    scopes: scopeList.nullable(),
  }),
  /** After a fork: this copy of the database goes on as `terminal`. `held`: what it has not seen acknowledged. */
  z.strictObject({
    t: z.literal('rekey'),
    session: id,
    previous: id,
    terminal: id,
    held: z.array(z.strictObject({ mid: positive, hash })).max(1_000_000),
  }),
  z.strictObject({ t: z.literal('ping'), n: count }),
  z.strictObject({ t: z.literal('pong'), n: count }),
]);
export type Upstream = z.infer<typeof upstreamSchema>;
export type UpstreamOf<T extends Upstream['t']> = Extract<Upstream, { t: T }>;

/** What one entry does to the records: the hub's decision, to be applied as it stands. */
export const effectSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('put'), entity: id, id, row: fields }),
  z.strictObject({ op: z.literal('set'), entity: id, id, fields }),
  z.strictObject({ op: z.literal('del'), entity: id, id }),
  z.strictObject({ op: z.literal('undel'), entity: id, id }),
  /** Values that lost to a concurrent edit; they go to the field history and nowhere else. */
  z.strictObject({ op: z.literal('lost'), entity: id, id, fields }),
]);
export type Effect = z.infer<typeof effectSchema>;

export const entrySchema = z.strictObject({
  seq: positive,
  terminal: id,
  mid: positive,
  name: z.string(),
  actor: id,
  at: time,
  ops: z.array(effectSchema),
});
export type Entry = z.infer<typeof entrySchema>;

/** A record as a snapshot carries it: its values, when it was deleted, the version of each unit ('' is the put's). */
export interface SnapshotRow {
  readonly entity: string;
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly deleted: number | null;
  readonly versions: Readonly<Record<string, number>>;
}

/**
 * Reads the rows of a chunk. Only their frame is looked at, without a schema: there are hundreds of thousands, and the
 * tables look at what is in them.
 *
 * @throws Error when it is no list of rows
 */
export function readRows(text: string): SnapshotRow[] {
  const rows: unknown = JSON.parse(text);
  if (!Array.isArray(rows) || !rows.every(isRow)) throw new Error('A chunk of a snapshot is no list of rows');
  return rows;
}

function isRow(value: unknown): value is SnapshotRow {
  if (!isObject(value)) return false;
  const { entity, id: name, row, deleted, versions } = value;
  return (
    typeof entity === 'string' &&
    typeof name === 'string' &&
    (deleted === null || Number.isSafeInteger(deleted)) &&
    isObject(row) &&
    isObject(versions) &&
    Object.values(versions).every(Number.isSafeInteger)
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const byeCodes = [
  'replaced',
  'too_slow',
  'behind',
  'too_fast',
  'bad_message',
  'too_large',
  'not_enrolled',
  'protocol',
  'view_changed',
  'shutdown',
  'busy',
  // Before anything else is heard (docs/sync.md, "Authentication of the line").
  'unpaired',
  'revoked',
  'wrong_key',
  'rate_limited',
] as const;
export type ByeCode = (typeof byeCodes)[number];

/** What the hub says. */
export const downstreamSchema = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('welcome'),
    session: id,
    protocol: positive,
    schema: positive,
    fence: positive,
    epoch: z.string().min(1).max(200),
    head: count,
    floor: count,
    durable: count,
    scopes: scopeList,
    /** The last of this terminal's mutations that the hub has, and its hash; the terminal must hold the same. */
    last: count,
    lastHash: hash.nullable(),
    /** `frames`: the log goes on from the cursor. `copy`: it does not, take a snapshot. `push`: schema too old to read. */
    resume: z.enum(['frames', 'copy', 'push']),
    /** Why a copy is needed, and of what: everything, or only the scopes that were granted. */
    granted: scopeList.nullable(),
    time,
  }),
  z.strictObject({ t: z.literal('fork'), session: id, reason: z.enum(['behind', 'fence', 'hash']) }),
  z.strictObject({
    t: z.literal('rekeyed'),
    session: id,
    terminal: id,
    /** The new number series. */
    series: z.string().min(1).max(4),
    /** Of the held mutations, those the hub already has from the previous identity. */
    known: z.array(z.strictObject({ mid: positive, outcome: outcomeSchema })),
  }),
  z.strictObject({
    t: z.literal('ack'),
    session: id,
    upto: count,
    durable: count,
    outcomes: z.array(z.strictObject({ mid: positive, outcome: outcomeSchema })),
  }),
  z.strictObject({ t: z.literal('gap'), session: id, expected: positive }),
  z.strictObject({
    t: z.literal('frame'),
    session: id,
    /** Covers (from, to] for this terminal's scopes. */
    from: count,
    to: count,
    /** The log's running checksum at `to`. */
    chain,
    entries: z.array(entrySchema),
  }),
  z.strictObject({
    t: z.literal('chunk'),
    session: id,
    snapshot: id,
    index: count,
    final: z.boolean(),
    head: count,
    chain,
    /** The last of this terminal's mutations that the snapshot contains. */
    last: count,
    /** With the final chunk: which of its mutations up to `last` are put aside, and so not in the snapshot. */
    aside: z.array(positive),
    scopes: scopeList,
    /** The JSON list of {@link SnapshotRow}s in UTF-8, as a Zstandard frame, in base64; and the SHA-256 of this text. */
    rows: text,
    hash,
  }),
  z.strictObject({ t: z.literal('bye'), code: z.enum(byeCodes), retryAfter: count }),
  z.strictObject({ t: z.literal('ping'), n: count }),
  z.strictObject({ t: z.literal('pong'), n: count }),
]);
export type Downstream = z.infer<typeof downstreamSchema>;
export type DownstreamOf<T extends Downstream['t']> = Extract<Downstream, { t: T }>;

/** Reads one message. Null for anything that is not exactly one; the reason is of no use to who sent it. */
export function readMessage<S extends z.ZodType>(schema: S, message: string): z.infer<S> | null {
  if (message.length > limits.messageText * 2) return null;
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return null;
  }
  const result = schema.safeParse(value);
  return result.success ? result.data : null;
}

export const readUpstream = (message: string): Upstream | null => readMessage(upstreamSchema, message);
export const readDownstream = (message: string): Downstream | null => readMessage(downstreamSchema, message);
